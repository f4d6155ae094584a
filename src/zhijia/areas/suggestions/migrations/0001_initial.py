import django.db.models.deletion
import uuid
import zhijia.areas.suggestions.rules
import zhijia.core.private.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('imports', '0002_initial'),
        ('members', '0001_initial'),
        ('org', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suggestions', to='org.union', verbose_name='工会、班组')),
                ('number', models.CharField(max_length=20, verbose_name='编号')),
                ('kind', models.CharField(default='合理化建议', max_length=10, verbose_name='类别')),
                ('title', models.CharField(max_length=80, verbose_name='题目')),
                ('problem', models.TextField(max_length=2000, verbose_name='现状问题')),
                ('measure', models.TextField(max_length=2000, verbose_name='建议措施')),
                ('expected', models.CharField(blank=True, max_length=200, verbose_name='预期效益')),
                ('who', models.CharField(editable=False, max_length=120, verbose_name='建议人')),
                ('hidden', models.BooleanField(default=False, verbose_name='不向管理方公开姓名')),
                ('stage', models.CharField(choices=[('待受理', '待受理'), ('评估中', '评估中'), ('已采纳', '已采纳'), ('不采纳', '不采纳'), ('已实施', '已实施'), ('待核实', '待核实'), ('已核实', '已核实'), ('已定级', '已定级'), ('已奖励', '已奖励'), ('公示中', '公示中'), ('已归档', '已归档'), ('已撤回', '已撤回')], default=zhijia.areas.suggestions.rules.Stage['RAISED'], max_length=3, verbose_name='进度')),
                ('clock_on', models.DateField(blank=True, editable=False, null=True, verbose_name='办理期限')),
                ('raised_on', models.DateField(verbose_name='提出日期')),
                ('accepted_on', models.DateField(blank=True, null=True, verbose_name='受理日期')),
                ('accepted_by', models.CharField(blank=True, max_length=40, verbose_name='受理人')),
                ('adopted_on', models.DateField(blank=True, null=True, verbose_name='采纳日期')),
                ('unit', models.CharField(blank=True, max_length=60, verbose_name='实施单位')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='实施期限')),
                ('refused_on', models.DateField(blank=True, null=True, verbose_name='不采纳日期')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='不采纳理由')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='实施完成日期')),
                ('result', models.TextField(blank=True, max_length=1000, verbose_name='实施情况')),
                ('reckoned_on', models.DateField(blank=True, null=True, verbose_name='效益核算日期')),
                ('countersigned_on', models.DateField(blank=True, null=True, verbose_name='财务核实日期')),
                ('graded_on', models.DateField(blank=True, null=True, verbose_name='定级日期')),
                ('grade', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='等级')),
                ('grade_why', models.CharField(blank=True, max_length=300, verbose_name='定级说明')),
                ('borrowed', models.BooleanField(default=False, verbose_name='推广已有技术')),
                ('reserve', models.BooleanField(default=False, verbose_name='技术储备')),
                ('reported_on', models.DateField(blank=True, null=True, verbose_name='报上级日期')),
                ('approved_on', models.DateField(blank=True, null=True, verbose_name='上级批复日期')),
                ('rewarded_on', models.DateField(blank=True, null=True, verbose_name='奖励日期')),
                ('posted_on', models.DateField(blank=True, null=True, verbose_name='公示日期')),
                ('posted_until', models.DateField(blank=True, null=True, verbose_name='公示截止')),
                ('let_pass', models.CharField(blank=True, max_length=200, verbose_name='公开姓名的理由')),
                ('filed_on', models.DateField(blank=True, null=True, verbose_name='归档日期')),
                ('spread', models.CharField(blank=True, max_length=200, verbose_name='推广情况')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='撤回日期')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, to='imports.batch')),
            ],
            options={
                'verbose_name': '合理化建议',
                'verbose_name_plural': '合理化建议',
                'ordering': ('-raised_on', '-id'),
                'indexes': [models.Index(fields=['union', 'raised_on'], name='suggestions_union_i_4a0237_idx'), models.Index(fields=['stage', 'clock_on'], name='suggestions_stage_5bffc8_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('adopted_on', None), ('refused_on', None), _connector='OR'), name='adopted_or_refused', violation_error_message='一件建议不能既采纳又不采纳。'), models.CheckConstraint(condition=models.Q(('refused_on', None), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_refusal_gives_its_reason', violation_error_message='不采纳须书面说明理由，告诉建议人。'), models.CheckConstraint(condition=models.Q(('adopted_on', None), ('adopted_on__gte', models.F('raised_on')), _connector='OR'), name='adopted_after_raised', violation_error_message='采纳日期早于提出日期，请核对。'), models.CheckConstraint(condition=models.Q(('done_on', None), ('adopted_on__lte', models.F('done_on')), _connector='OR'), name='done_after_adopted', violation_error_message='要先采纳才能实施，实施日期不能早于采纳日期。'), models.CheckConstraint(condition=models.Q(('rewarded_on', None), ('graded_on__lte', models.F('rewarded_on')), _connector='OR'), name='rewarded_after_graded', violation_error_message='要先评审定级才能奖励。')],
            },
        ),
        migrations.CreateModel(
            name='Author',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('suggestion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='authors', to='suggestions.suggestion', verbose_name='建议')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='suggested', to='members.person', verbose_name='职工')),
                ('name', zhijia.core.private.fields.EncryptedText(max_length=40, verbose_name='姓名')),
                ('share', models.DecimalField(decimal_places=2, default=100, max_digits=5, verbose_name='贡献（%）')),
            ],
            options={
                'verbose_name': '建议人',
                'verbose_name_plural': '建议人',
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('suggestion', 'person'), name='an_author_once', violation_error_message='同一个人写了两次，请核对。'), models.CheckConstraint(condition=models.Q(('share__gt', 0), ('share__lte', 100)), name='a_share_of_the_whole', violation_error_message='贡献比例应在 0 到 100 之间。')],
            },
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('suggestion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opinions', to='suggestions.suggestion', verbose_name='建议')),
                ('department', models.CharField(max_length=40, verbose_name='评估部门')),
                ('on', models.DateField(verbose_name='日期')),
                ('by', models.CharField(max_length=40, verbose_name='评估人')),
                ('favours', models.BooleanField(default=True, verbose_name='建议采纳')),
                ('words', models.CharField(max_length=500, verbose_name='意见')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '部门评估意见',
                'verbose_name_plural': '部门评估意见',
                'ordering': ('on', 'id'),
                'constraints': [models.UniqueConstraint(fields=('suggestion', 'department'), name='one_opinion_a_department', violation_error_message='这个部门已经有意见；要改请点它的“更正”。')],
            },
        ),
        migrations.CreateModel(
            name='Benefit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('suggestion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='benefits', to='suggestions.suggestion', verbose_name='建议')),
                ('formula', models.CharField(choices=[('节约消耗', '节约消耗'), ('节省工时', '节省工时'), ('降低废品', '降低废品'), ('其他算法', '其他算法')], max_length=4, verbose_name='算法')),
                ('given', models.JSONField(verbose_name='计算数据')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='计算说明')),
                ('value', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='年净效益（元）')),
                ('since', models.DateField(verbose_name='计算起')),
                ('until', models.DateField(verbose_name='计算止')),
                ('on', models.DateField(verbose_name='核算日期')),
                ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='核算人')),
                ('countersigned_on', models.DateField(blank=True, null=True, verbose_name='财务核实日期')),
                ('countersigned_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='财务核实人')),
                ('voided_on', models.DateField(blank=True, null=True, verbose_name='作废日期')),
                ('void_why', models.CharField(blank=True, max_length=200, verbose_name='作废原因')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '效益核算',
                'verbose_name_plural': '效益核算',
                'ordering': ('-on', '-id'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('voided_on', None)), fields=('suggestion',), name='one_standing_reckoning'), models.CheckConstraint(condition=models.Q(('value__gt', 0)), name='a_benefit_is_a_gain', violation_error_message='算出来没有净效益，请核对数据；确实算不出价值的，可以由评审组直接定级。'), models.CheckConstraint(condition=models.Q(('countersigned_on', None), ('countersigned_on__gte', models.F('on')), _connector='OR'), name='signed_after_reckoned', violation_error_message='财务核实日期不能早于核算日期。')],
            },
        ),
        migrations.CreateModel(
            name='Award',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('suggestion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='awards', to='suggestions.suggestion', verbose_name='建议')),
                ('on', models.DateField(verbose_name='奖励日期')),
                ('grade', models.PositiveSmallIntegerField(verbose_name='等级')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=10, verbose_name='应得奖金（元）')),
                ('before', models.DecimalField(decimal_places=2, default=0, max_digits=10, verbose_name='已得奖金（元）')),
                ('paid', models.DecimalField(decimal_places=2, max_digits=10, verbose_name='实发奖金（元）')),
                ('why', models.CharField(blank=True, max_length=200, verbose_name='说明')),
                ('revoked_on', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                ('revoke_why', models.CharField(blank=True, max_length=200, verbose_name='撤销原因')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '建议奖励',
                'verbose_name_plural': '建议奖励',
                'ordering': ('on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('paid__gte', 0), ('paid__lte', models.F('amount'))), name='paid_within_the_reward', violation_error_message='实发奖金不能超过应得奖金。')],
            },
        ),
    ]
