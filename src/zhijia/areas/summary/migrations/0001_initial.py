import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('org', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='org.union', verbose_name='工会')),
                ('kind', models.CharField(default='总结', max_length=4, verbose_name='文种')),
                ('period', models.CharField(max_length=30, verbose_name='期间')),
                ('year', models.PositiveSmallIntegerField(verbose_name='年度')),
                ('outline', models.CharField(max_length=20, verbose_name='提纲')),
                ('title', models.CharField(max_length=120, verbose_name='标题')),
                ('number', models.PositiveSmallIntegerField(default=1, verbose_name='第几稿')),
                ('state', models.CharField(choices=[('草稿', 'Draft'), ('已签发', 'Signed'), ('已替代', 'Superseded')], default='草稿', max_length=3, verbose_name='状态')),
                ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='起草时间')),
                ('drawn_at', models.DateTimeField(blank=True, null=True, verbose_name='按记录生成时间')),
                ('signed_on', models.DateField(blank=True, null=True, verbose_name='签发日期')),
                ('signed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='签发人账号')),
                ('signed_name', models.CharField(blank=True, max_length=40, verbose_name='签发人')),
                ('text_hash', models.CharField(blank=True, max_length=64, verbose_name='全文校验码')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='summary.paper', verbose_name='原稿')),
            ],
            options={
                'verbose_name': '工作总结',
                'verbose_name_plural': '工作总结',
                'ordering': ('-year', 'union_id', '-number'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', '草稿')), fields=('union', 'period', 'kind'), name='one_open_draft', violation_error_message='这个工会、这个年度已有一份草稿，请接着改那一份。'), models.UniqueConstraint(condition=models.Q(('state', '已签发')), fields=('union', 'period', 'kind'), name='one_signed_paper', violation_error_message='这个工会、这个年度已有一份签发的总结。'), models.CheckConstraint(condition=models.Q(models.Q(('signed_on', None), ('state', '草稿')), models.Q(models.Q(('state', '草稿'), _negated=True), ('signed_on__isnull', False), models.Q(('text_hash', ''), _negated=True)), _connector='OR'), name='signed_has_day_and_hash')],
            },
        ),
        migrations.CreateModel(
            name='Block',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='blocks', to='summary.paper', verbose_name='总结')),
                ('order', models.PositiveIntegerField(verbose_name='顺序')),
                ('level', models.PositiveSmallIntegerField(default=0, verbose_name='级别')),
                ('text', models.TextField(max_length=4000, verbose_name='文字')),
                ('proposed', models.TextField(blank=True, max_length=4000, verbose_name='按记录的文字')),
                ('source', models.CharField(blank=True, max_length=60, verbose_name='提纲段落')),
                ('origin', models.CharField(choices=[('auto', '按记录生成'), ('edited', '改过'), ('added', '自己写的')], default='auto', max_length=6, verbose_name='来源')),
                ('removed', models.BooleanField(default=False, verbose_name='已去掉')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='版本')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='改动时间')),
                ('changed_name', models.CharField(blank=True, max_length=40, verbose_name='改动人')),
            ],
            options={
                'verbose_name': '总结段落',
                'verbose_name_plural': '总结段落',
                'ordering': ('order', 'id'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('source', ''), _negated=True), fields=('paper', 'source'), name='one_block_a_source')],
            },
        ),
        migrations.CreateModel(
            name='Reason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('block', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reasons', to='summary.block', verbose_name='段落')),
                ('text', models.CharField(max_length=40, verbose_name='数字')),
                ('reason', models.CharField(max_length=200, verbose_name='理由')),
                ('given_at', models.DateTimeField(auto_now=True, verbose_name='填写时间')),
                ('given_name', models.CharField(blank=True, max_length=40, verbose_name='填写人')),
            ],
            options={
                'verbose_name': '无出处说明',
                'verbose_name_plural': '无出处说明',
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('block', 'text'), name='one_reason_a_number')],
            },
        ),
        migrations.CreateModel(
            name='Cited',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cited', to='summary.paper', verbose_name='总结')),
                ('marker', models.CharField(max_length=120, verbose_name='位置')),
                ('label', models.CharField(max_length=80, verbose_name='数据')),
                ('shown', models.CharField(max_length=60, verbose_name='写法')),
                ('citation', models.JSONField(default=dict, verbose_name='出处')),
                ('late', models.JSONField(default=list, verbose_name='补录的记录')),
            ],
            options={
                'verbose_name': '数据出处',
                'verbose_name_plural': '数据出处',
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('paper', 'marker'), name='one_citation_a_marker')],
            },
        ),
    ]
