import django.db.models.deletion
import uuid
import zhijia.areas.openness.rules
import zhijia.core.private.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('files', '0002_initial'),
        ('org', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='open_entries', to='org.union', verbose_name='工会')),
                ('key', models.CharField(blank=True, editable=False, max_length=40)),
                ('line', models.CharField(choices=[('厂务', '厂务'), ('校务', '校务'), ('队务', '队务'), ('班务', '班务'), ('会务', '会务')], max_length=2, verbose_name='类别')),
                ('title', models.CharField(max_length=80, verbose_name='公开内容')),
                ('duration', models.CharField(choices=[('长期公开', '长期公开'), ('定期公开', '定期公开'), ('即时公开', '即时公开')], max_length=4, verbose_name='公开时限')),
                ('rhythm', models.CharField(choices=[('每月', '每月'), ('每季度', '每季度'), ('每半年', '每半年'), ('每年', '每年'), ('常年挂出', '常年挂出'), ('事项发生时', '事项发生时')], max_length=6, verbose_name='多久公开一次')),
                ('month', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='每年几月公开')),
                ('days', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='至少挂几天')),
                ('inner', models.BooleanField(default=False, verbose_name='只在本队、本班组公开')),
                ('department', models.CharField(blank=True, max_length=40, verbose_name='责任部门')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='依据')),
                ('since', models.DateField(verbose_name='列入日期')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='增列理由')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='删去日期')),
                ('why', models.CharField(blank=True, max_length=200, verbose_name='删去理由')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '公开目录',
                'verbose_name_plural': '公开目录',
                'ordering': ('union__path', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('rhythm', zhijia.areas.openness.rules.Rhythm['YEARLY']), _negated=True), models.Q(('month__isnull', False), ('month__range', (1, 12))), _connector='OR'), name='yearly_entry_has_its_month', violation_error_message='每年公开一次的，请写在几月公开（1 到 12）。'), models.CheckConstraint(condition=models.Q(('withdrawn_on', None), models.Q(('why', ''), _negated=True), _connector='OR'), name='withdrawn_entry_says_why', violation_error_message='删去目录里的一项，要写明理由。'), models.UniqueConstraint(condition=models.Q(('withdrawn_on', None)), fields=('union', 'title'), name='one_entry_of_a_title', violation_error_message='目录里已经有这一项。')],
            },
        ),
        migrations.CreateModel(
            name='Month',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='open_months', to='org.union', verbose_name='工会')),
                ('on', models.DateField(verbose_name='月份')),
                ('checked_on', models.DateField(blank=True, null=True, verbose_name='核对日期')),
                ('checked_by', models.CharField(blank=True, max_length=40, verbose_name='核对人')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '公开月份',
                'verbose_name_plural': '公开月份',
                'ordering': ('-on', 'union__path'),
                'constraints': [models.UniqueConstraint(fields=('union', 'on'), name='a_month_is_listed_once')],
            },
        ),
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='open_items', to='org.union', verbose_name='工会')),
                ('entry', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='items', to='openness.entry', verbose_name='目录项')),
                ('number', models.CharField(editable=False, max_length=20, verbose_name='编号')),
                ('line', models.CharField(choices=[('厂务', '厂务'), ('校务', '校务'), ('队务', '队务'), ('班务', '班务'), ('会务', '会务')], max_length=2, verbose_name='类别')),
                ('duration', models.CharField(choices=[('长期公开', '长期公开'), ('定期公开', '定期公开'), ('即时公开', '即时公开')], max_length=4, verbose_name='公开时限')),
                ('title', models.CharField(max_length=80, verbose_name='标题')),
                ('month', models.DateField(verbose_name='所属月份')),
                ('body', models.TextField(blank=True, verbose_name='公开内容')),
                ('basis', models.CharField(blank=True, max_length=120, verbose_name='依据')),
                ('channels', models.CharField(blank=True, max_length=120, verbose_name='公开形式')),
                ('scope', models.CharField(choices=[('全体职工（可不登录看）', '全体职工（可不登录看）'), ('本单位职工（登录后看）', '本单位职工（登录后看）'), ('只在本队、本班组（登录后看）', '只在本队、本班组（登录后看）')], default=zhijia.areas.openness.rules.Scope['EVERYBODY'], max_length=16, verbose_name='公开范围')),
                ('department', models.CharField(blank=True, max_length=40, verbose_name='责任部门')),
                ('responsible', models.CharField(blank=True, max_length=40, verbose_name='责任人')),
                ('contact', models.CharField(blank=True, max_length=120, verbose_name='意见反映渠道')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='附件')),
                ('state', models.CharField(choices=[('起草', '起草'), ('征求意见', '征求意见'), ('待审批', '待审批'), ('已审批', '已审批'), ('公开中', '公开中'), ('已撤栏', '已撤栏'), ('已归档', '已归档'), ('已作废', '已作废')], default=zhijia.areas.openness.rules.State['DRAFT'], editable=False, max_length=4, verbose_name='状态')),
                ('drafted_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='起草人')),
                ('drafted_on', models.DateField(verbose_name='起草日期')),
                ('asked_until', models.DateField(blank=True, null=True, verbose_name='征求意见截止')),
                ('returned', models.CharField(blank=True, max_length=200, verbose_name='退回意见')),
                ('approver', models.CharField(blank=True, max_length=40, verbose_name='审批人')),
                ('approved_on', models.DateField(blank=True, null=True, verbose_name='审批日期')),
                ('alone', models.BooleanField(default=False, editable=False, verbose_name='起草、审批为同一人')),
                ('names_because', models.CharField(blank=True, max_length=200, verbose_name='公开受帮扶人姓名的理由')),
                ('shown_on', models.DateField(blank=True, null=True, verbose_name='公开日期')),
                ('until', models.DateField(blank=True, null=True, verbose_name='公示至')),
                ('least_days', models.PositiveSmallIntegerField(blank=True, editable=False, null=True, verbose_name='当时规定的最少天数')),
                ('taken_down_on', models.DateField(blank=True, null=True, verbose_name='撤栏日期')),
                ('archive_no', models.CharField(blank=True, max_length=40, verbose_name='归档号')),
                ('archived_on', models.DateField(blank=True, null=True, verbose_name='归档日期')),
                ('dropped_why', models.CharField(blank=True, max_length=200, verbose_name='作废原因')),
                ('late', models.BooleanField(default=False, editable=False, verbose_name='补录')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '公开事项',
                'verbose_name_plural': '公开事项',
                'ordering': ('-drafted_on', '-id'),
                'indexes': [models.Index(fields=['union', 'shown_on'], name='openness_it_union_i_9c930c_idx'), models.Index(fields=['union', 'state'], name='openness_it_union_i_cfd6e5_idx')],
                'constraints': [models.UniqueConstraint(fields=('union', 'number'), name='one_number_an_item'), models.CheckConstraint(condition=models.Q(('state__in', (zhijia.areas.openness.rules.State['DRAFT'], zhijia.areas.openness.rules.State['ASKING'], zhijia.areas.openness.rules.State['WAITING'], zhijia.areas.openness.rules.State['APPROVED'], zhijia.areas.openness.rules.State['DROPPED'])), ('shown_on__isnull', False), _connector='OR'), name='what_was_open_has_its_first_day', violation_error_message='公开过的事项要有公开日期。'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('shown_on')), _connector='OR'), name='open_until_after_it_began', violation_error_message='公示至的日期不能早于公开日期。'), models.CheckConstraint(condition=models.Q(('taken_down_on', None), ('taken_down_on__gte', models.F('shown_on')), _connector='OR'), name='taken_down_after_it_began', violation_error_message='撤栏日期不能早于公开日期。')],
            },
        ),
        migrations.CreateModel(
            name='Duty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='openness.month', verbose_name='月份')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='duties', to='openness.entry', verbose_name='目录项')),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='duties', to='openness.item', verbose_name='公开事项')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '应公开项',
                'verbose_name_plural': '应公开项',
                'ordering': ('-month__on', 'entry_id'),
                'constraints': [models.UniqueConstraint(fields=('month', 'entry'), name='one_duty_an_entry_and_month')],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='openness.item', verbose_name='公开事项')),
                ('title', models.CharField(max_length=80, verbose_name='原标题')),
                ('body', models.TextField(blank=True, verbose_name='原内容')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='原附件')),
                ('on', models.DateField(verbose_name='更正日期')),
                ('why', models.CharField(max_length=200, verbose_name='更正原因')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '更正记录',
                'verbose_name_plural': '更正记录',
                'ordering': ('-id',),
            },
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='openness.item', verbose_name='公开事项')),
                ('way', models.CharField(choices=[('网页', '网页'), ('意见箱', '意见箱'), ('当面', '当面'), ('电话', '电话'), ('会议', '会议')], max_length=3, verbose_name='来源')),
                ('text', zhijia.core.private.fields.EncryptedText(max_length=500, verbose_name='意见')),
                ('teller', zhijia.core.private.fields.EncryptedText(blank=True, max_length=40, verbose_name='提出人')),
                ('received_on', models.DateField(verbose_name='收到日期')),
                ('due_on', models.DateField(editable=False, verbose_name='答复期限')),
                ('answer', models.TextField(blank=True, verbose_name='答复')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='答复日期')),
                ('answered_by', models.CharField(blank=True, max_length=40, verbose_name='答复人')),
                ('in_time', models.BooleanField(default=False, editable=False, verbose_name='按期答复')),
                ('shown_as', models.CharField(blank=True, max_length=200, verbose_name='随公开事项登出的意见摘要')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '职工意见',
                'verbose_name_plural': '职工意见',
                'ordering': ('-received_on', '-id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('answered_on', None), ('answered_on__gte', models.F('received_on')), _connector='OR'), name='answered_after_it_came', violation_error_message='答复日期不能早于收到日期。')],
            },
        ),
        migrations.CreateModel(
            name='Check',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='open_checks', to='org.union', verbose_name='受检单位')),
                ('kind', models.CharField(choices=[('月度检查', '月度检查'), ('专项检查', '专项检查'), ('职工代表巡视', '职工代表巡视')], max_length=6, verbose_name='检查类别')),
                ('on', models.DateField(verbose_name='检查日期')),
                ('checkers', models.CharField(max_length=80, verbose_name='检查人')),
                ('score', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='得分')),
                ('found', models.TextField(blank=True, verbose_name='发现的问题')),
                ('right_by', models.DateField(blank=True, null=True, verbose_name='整改期限')),
                ('righted_on', models.DateField(blank=True, null=True, verbose_name='整改完成')),
                ('result', models.CharField(blank=True, max_length=200, verbose_name='整改情况')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '公开监督检查',
                'verbose_name_plural': '公开监督检查',
                'ordering': ('-on', '-id'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('found', ''), _negated=True), ('right_by', None), _connector='OR'), name='nothing_found_nothing_to_put_right', violation_error_message='没有发现问题的，不用写整改期限。'), models.CheckConstraint(condition=models.Q(('righted_on', None), ('righted_on__gte', models.F('on')), _connector='OR'), name='put_right_after_the_check', violation_error_message='整改完成日期不能早于检查日期。')],
            },
        ),
    ]
