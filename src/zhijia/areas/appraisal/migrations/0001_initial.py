import django.db.models.deletion
import uuid
import zhijia.areas.appraisal.rules
import zhijia.core.private.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('files', '0002_initial'),
        ('members', '0001_initial'),
        ('org', '0001_initial'),
        ('voting', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appraisals', to='org.union', verbose_name='工会')),
                ('kind', models.CharField(choices=[('民主评议干部', '民主评议干部'), ('民主评议班组长', '民主评议班组长'), ('会员评家', '会员评家'), ('满意度测评', '满意度测评')], max_length=8, verbose_name='类别')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('title', models.CharField(max_length=60, verbose_name='名称')),
                ('on', models.DateField(verbose_name='测评日期')),
                ('stage', models.CharField(choices=[('准备中', '准备中'), ('测评中', '测评中'), ('已公布', '已公布'), ('已作废', '已作废')], default=zhijia.areas.appraisal.rules.Stage['PREPARING'], editable=False, max_length=4, verbose_name='进度')),
                ('occasion', models.CharField(blank=True, max_length=60, verbose_name='在哪次大会')),
                ('notified_on', models.DateField(blank=True, null=True, verbose_name='通知被评人日期')),
                ('reports_due', models.DateField(blank=True, null=True, verbose_name='述职报告截止')),
                ('method_on', models.DateField(blank=True, null=True, verbose_name='评议办法通过日期')),
                ('grades', models.JSONField(editable=False, verbose_name='等次')),
                ('points', models.JSONField(blank=True, default=list, editable=False, verbose_name='折分')),
                ('items', models.JSONField(editable=False, verbose_name='评议内容')),
                ('good', models.PositiveSmallIntegerField(editable=False, verbose_name='前几档算称职（满意）')),
                ('entitled', models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name='应参加')),
                ('issued', models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name='发出')),
                ('returned', models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name='收回')),
                ('valid', models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name='有效')),
                ('released_on', models.DateField(blank=True, editable=False, null=True, verbose_name='公布日期')),
                ('reported_on', models.DateField(blank=True, null=True, verbose_name='向大会报告日期')),
                ('reported_up_on', models.DateField(blank=True, null=True, verbose_name='向上级报告日期')),
                ('advice', models.TextField(blank=True, verbose_name='意见汇总')),
                ('why', models.CharField(blank=True, editable=False, max_length=200, verbose_name='作废、撤回原因')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '评议',
                'verbose_name_plural': '评议',
                'ordering': ('-on', '-id'),
                'indexes': [models.Index(fields=['union', 'on'], name='appraisal_r_union_i_37bcf9_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('returned', None), models.Q(('issued__lte', models.F('entitled')), ('returned__lte', models.F('issued')), ('valid__lte', models.F('returned'))), _connector='OR'), name='appraisal_ballots_add_up', violation_error_message='应参加、发出、收回、有效应一个不大于前一个。'), models.CheckConstraint(condition=models.Q(models.Q(('released_on__isnull', False), ('returned__isnull', False), ('stage', zhijia.areas.appraisal.rules.Stage['RELEASED'])), models.Q(models.Q(('stage', zhijia.areas.appraisal.rules.Stage['RELEASED']), _negated=True), ('released_on', None), ('returned', None)), _connector='OR'), name='results_when_released'), models.CheckConstraint(condition=models.Q(models.Q(('stage', zhijia.areas.appraisal.rules.Stage['VOID']), _negated=True), models.Q(('why', ''), _negated=True), _connector='OR'), name='void_round_says_why', violation_error_message='请写明作废原因。')],
            },
        ),
        migrations.CreateModel(
            name='Subject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='subjects', to='appraisal.round', verbose_name='评议')),
                ('number', models.PositiveSmallIntegerField(editable=False, verbose_name='序号')),
                ('title', models.CharField(max_length=120, verbose_name='评议对象')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='judged', to='members.person', verbose_name='被评人')),
                ('post', models.CharField(blank=True, max_length=40, verbose_name='职务')),
                ('report_on', models.DateField(blank=True, null=True, verbose_name='述职报告提交日期')),
                ('report', zhijia.core.private.fields.EncryptedText(blank=True, verbose_name='述职报告')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='报告原件')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
            ],
            options={
                'verbose_name': '评议对象',
                'verbose_name_plural': '评议对象',
                'ordering': ('round_id', 'number'),
                'constraints': [models.UniqueConstraint(fields=('round', 'number'), name='one_number_a_subject'), models.UniqueConstraint(condition=models.Q(('person', None), _negated=True), fields=('round', 'person'), name='judged_once_a_round', violation_error_message='这个人已经在评议名单上。')],
            },
        ),
        migrations.CreateModel(
            name='Panel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='panels', to='appraisal.round', verbose_name='评议')),
                ('title', models.CharField(max_length=40, verbose_name='评议组')),
                ('weight', models.PositiveSmallIntegerField(verbose_name='权重%')),
                ('way', models.CharField(choices=[('纸质票，两人计票', '纸质票，两人计票'), ('电子领票', '电子领票'), ('纸质票，登记汇总数', '纸质票，登记汇总数')], default=zhijia.areas.appraisal.rules.Way['PAPER'], max_length=12, verbose_name='方式')),
                ('heads', models.PositiveIntegerField(blank=True, null=True, verbose_name='人数')),
                ('vote', models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='panel', to='voting.vote', verbose_name='表决')),
                ('count', models.JSONField(blank=True, editable=False, null=True, verbose_name='登记的汇总数')),
                ('tellers', models.CharField(blank=True, max_length=80, verbose_name='计票人、监票人')),
            ],
            options={
                'verbose_name': '评议组',
                'verbose_name_plural': '评议组',
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('round', 'title'), name='one_panel_a_title', violation_error_message='已经有同名的评议组。'), models.CheckConstraint(condition=models.Q(('weight__lte', 100)), name='weight_within_100', violation_error_message='权重不能超过 100%。'), models.CheckConstraint(condition=models.Q(('count', None), ('vote', None), _connector='OR'), name='voted_or_keyed')],
            },
        ),
        migrations.CreateModel(
            name='Judge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('panel', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='judges', to='appraisal.panel', verbose_name='评议组')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='members.person', verbose_name='评议人')),
            ],
            options={
                'verbose_name': '评议人',
                'verbose_name_plural': '评议人',
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('panel', 'person'), name='once_on_a_panel')],
            },
        ),
        migrations.CreateModel(
            name='Result',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='result', to='appraisal.subject', verbose_name='评议对象')),
                ('valid', models.PositiveIntegerField(verbose_name='有效')),
                ('counts', models.JSONField(verbose_name='各档票数')),
                ('excellent', models.PositiveIntegerField(verbose_name='优秀（满意）票')),
                ('good', models.PositiveIntegerField(verbose_name='称职（满意和基本满意）票')),
                ('poor', models.PositiveIntegerField(verbose_name='不称职（不满意）票')),
                ('score', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='加权得分')),
                ('calls', models.JSONField(blank=True, default=list, verbose_name='应办')),
                ('band', models.CharField(blank=True, max_length=20, verbose_name='只公布的区间')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '评议结果',
                'verbose_name_plural': '评议结果',
                'ordering': ('subject__round_id', 'subject__number'),
                'constraints': [models.CheckConstraint(condition=models.Q(('excellent__lte', models.F('good')), ('good__lte', models.F('valid')), ('poor__lte', models.F('valid'))), name='votes_within_valid')],
            },
        ),
        migrations.CreateModel(
            name='Talk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='talks', to='appraisal.subject', verbose_name='谈话对象')),
                ('on', models.DateField(verbose_name='谈话日期')),
                ('by', models.CharField(max_length=40, verbose_name='谈话人')),
                ('measures', zhijia.core.private.fields.EncryptedText(blank=True, verbose_name='整改措施')),
                ('due', models.DateField(blank=True, null=True, verbose_name='整改期限')),
                ('followed_on', models.DateField(blank=True, null=True, verbose_name='跟踪日期')),
                ('outcome', zhijia.core.private.fields.EncryptedText(blank=True, verbose_name='整改情况')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '反馈谈话',
                'verbose_name_plural': '反馈谈话',
                'ordering': ('-on', '-id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('followed_on', None), ('followed_on__gte', models.F('on')), _connector='OR'), name='followed_after_the_talk', violation_error_message='跟踪日期不能早于谈话日期。')],
            },
        ),
        migrations.AddField(
            model_name='Panel',
            name='people',
            field=models.ManyToManyField(related_name='+', through='appraisal.Judge', to='members.person', verbose_name='名单'),
        ),
    ]
