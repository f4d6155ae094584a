import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('org', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='org.union', verbose_name='工会')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('title', models.CharField(max_length=120, verbose_name='标题')),
                ('state', models.CharField(choices=[('草案', 'Draft'), ('已通过', 'Adopted')], default='草案', max_length=3, verbose_name='状态')),
                ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='拟定时间')),
                ('adopted_on', models.DateField(blank=True, null=True, verbose_name='通过日期')),
                ('adopted_by', models.CharField(blank=True, max_length=60, verbose_name='通过会议或批准人')),
            ],
            options={
                'verbose_name': '工作计划',
                'verbose_name_plural': '工作计划',
                'ordering': ('-year', 'union_id'),
                'constraints': [models.UniqueConstraint(fields=('union', 'year'), name='one_plan_a_year', violation_error_message='这个工会这一年已有计划，请在那一份里添加事项。'), models.CheckConstraint(condition=models.Q(models.Q(('adopted_on', None), ('state', '草案')), models.Q(('adopted_on__isnull', False), ('state', '已通过')), _connector='OR'), name='adopted_has_day')],
            },
        ),
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='plan.plan', verbose_name='计划')),
                ('number', models.PositiveSmallIntegerField(verbose_name='序号')),
                ('area', models.CharField(blank=True, max_length=20, verbose_name='门类')),
                ('what', models.CharField(max_length=200, verbose_name='工作内容')),
                ('target', models.CharField(blank=True, max_length=120, verbose_name='目标、指标')),
                ('measure', models.CharField(blank=True, max_length=400, verbose_name='措施')),
                ('owner', models.CharField(blank=True, max_length=60, verbose_name='责任人')),
                ('helper', models.CharField(blank=True, max_length=60, verbose_name='协助')),
                ('start', models.DateField(blank=True, null=True, verbose_name='开始')),
                ('due', models.DateField(verbose_name='完成时限')),
                ('money', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='经费（元）')),
                ('goal_key', models.CharField(blank=True, max_length=60, verbose_name='看进度的数')),
                ('goal_way', models.CharField(choices=[('不少于', '不少于'), ('不多于', '不多于')], default='不少于', max_length=3, verbose_name='要求')),
                ('goal_value', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='目标值')),
                ('finish_mark', models.CharField(blank=True, max_length=120, verbose_name='完成标志')),
                ('state', models.CharField(choices=[('进行中', 'Open'), ('已完成', 'Done'), ('已取消', 'Dropped')], default='进行中', max_length=3, verbose_name='状态')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='完成日期')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='备注')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
            ],
            options={
                'verbose_name': '计划事项',
                'verbose_name_plural': '计划事项',
                'ordering': ('plan_id', 'number', 'id'),
                'indexes': [models.Index(fields=['due'], name='plan_item_due_5b9ae2_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('start', None), ('start__lte', models.F('due')), _connector='OR'), name='item_starts_before_it_is_due', violation_error_message='开始日期不能晚于完成时限。'), models.CheckConstraint(condition=models.Q(models.Q(('goal_key', ''), ('goal_value', None)), models.Q(models.Q(('goal_key', ''), _negated=True), ('goal_value__isnull', False)), _connector='OR'), name='a_goal_has_figure_and_value', violation_error_message='看进度的数和目标值要一起填。'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('state', '已完成'), _negated=True), ('done_on', None)), models.Q(('done_on__isnull', False), ('state', '已完成')), _connector='OR'), name='done_has_day')],
            },
        ),
    ]
