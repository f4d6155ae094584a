import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('org', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bylaws', to='org.union', verbose_name='工会')),
                ('title', models.CharField(max_length=80, verbose_name='名称')),
                ('subject', models.CharField(choices=[('工作职责', 'Duties'), ('工作制度', 'Work'), ('民主管理', 'Democracy'), ('经费财务', 'Money'), ('劳动保护', 'Safety'), ('其他', 'Other')], default='工作制度', max_length=4, verbose_name='类别')),
                ('keeper', models.CharField(blank=True, max_length=40, verbose_name='执行责任人')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='废止日期')),
                ('why', models.CharField(blank=True, max_length=200, verbose_name='废止原因')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '制度',
                'verbose_name_plural': '制度',
                'ordering': ('subject', 'title'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_on', None)), fields=('union', 'title'), name='one_document_of_a_title', violation_error_message='已经有这个名称的制度。要改内容，请打开它点“修订”。'), models.CheckConstraint(condition=models.Q(('withdrawn_on', None), models.Q(('why', ''), _negated=True), _connector='OR'), name='withdrawn_says_why', violation_error_message='请写明废止的原因。')],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='bylaws.document', verbose_name='制度')),
                ('number', models.PositiveSmallIntegerField(verbose_name='第几版')),
                ('text', models.TextField(verbose_name='条文')),
                ('adopted_on', models.DateField(verbose_name='通过日期')),
                ('adopted_by', models.CharField(blank=True, max_length=60, verbose_name='通过的会议')),
                ('since', models.DateField(verbose_name='施行日期')),
                ('change', models.CharField(blank=True, max_length=200, verbose_name='修订说明')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '制度版本',
                'verbose_name_plural': '制度版本',
                'ordering': ('document_id', '-number'),
                'constraints': [models.UniqueConstraint(fields=('document', 'number'), name='one_version_of_a_number'), models.CheckConstraint(condition=models.Q(('since__gte', models.F('adopted_on'))), name='in_force_after_adopted', violation_error_message='施行日期早于通过日期，请核对。')],
            },
        ),
        migrations.CreateModel(
            name='Posting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='postings', to='bylaws.version', verbose_name='制度版本')),
                ('place', models.CharField(max_length=60, verbose_name='上墙地点')),
                ('on', models.DateField(verbose_name='上墙日期')),
                ('down_on', models.DateField(blank=True, null=True, verbose_name='取下日期')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '制度上墙',
                'verbose_name_plural': '制度上墙',
                'ordering': ('-on', '-id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('down_on', None), ('down_on__gte', models.F('on')), _connector='OR'), name='down_after_up', violation_error_message='取下日期早于上墙日期，请核对。')],
            },
        ),
    ]
