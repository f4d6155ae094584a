import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('members', '0001_initial'),
        ('org', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='org.union', verbose_name='工会')),
                ('kind', models.CharField(choices=[('委员会会议', 'Committee'), ('全委会', 'Plenary'), ('会员大会', 'Members'), ('小组会', 'Group'), ('班组民管会', 'Team'), ('民主生活会', 'Life'), ('座谈会', 'Talk'), ('其他会议', 'Other')], default='委员会会议', max_length=6, verbose_name='类别')),
                ('title', models.CharField(max_length=80, verbose_name='会议名称')),
                ('on', models.DateField(verbose_name='日期')),
                ('place', models.CharField(blank=True, max_length=60, verbose_name='地点')),
                ('chair', models.CharField(blank=True, max_length=40, verbose_name='主持人')),
                ('recorder', models.CharField(blank=True, max_length=40, verbose_name='记录人')),
                ('agenda', models.TextField(blank=True, verbose_name='议题')),
                ('expected', models.PositiveIntegerField(blank=True, null=True, verbose_name='应到人数')),
                ('present', models.PositiveIntegerField(blank=True, null=True, verbose_name='实到人数')),
                ('minutes', models.TextField(blank=True, verbose_name='会议纪要')),
                ('held', models.BooleanField(default=False, verbose_name='已召开')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '会议',
                'verbose_name_plural': '会议',
                'ordering': ('-on', '-id'),
                'indexes': [models.Index(fields=['union', 'on'], name='meetings_me_union_i_7f1ebc_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('expected', None), ('present', None), ('present__lte', models.F('expected')), _connector='OR'), name='present_within_expected')],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='meetings.meeting', verbose_name='会议')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='members.person', verbose_name='职工')),
                ('coming', models.CharField(choices=[('到会', 'Present'), ('请假', 'Excused'), ('缺席', 'Absent')], default='到会', max_length=2, verbose_name='到会情况')),
                ('reason', models.CharField(blank=True, max_length=60, verbose_name='事由')),
            ],
            options={
                'verbose_name': '签到',
                'verbose_name_plural': '签到',
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('meeting', 'person'), name='one_line_a_meeting')],
            },
        ),
        migrations.CreateModel(
            name='Resolution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='resolutions', to='meetings.meeting', verbose_name='会议')),
                ('text', models.CharField(max_length=300, verbose_name='决议事项')),
                ('owner', models.CharField(blank=True, max_length=40, verbose_name='责任人')),
                ('due', models.DateField(blank=True, null=True, verbose_name='完成期限')),
                ('yes', models.PositiveIntegerField(blank=True, null=True, verbose_name='赞成')),
                ('no', models.PositiveIntegerField(blank=True, null=True, verbose_name='反对')),
                ('abstain', models.PositiveIntegerField(blank=True, null=True, verbose_name='弃权')),
                ('posted_on', models.DateField(blank=True, null=True, verbose_name='公示日期')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='完成日期')),
                ('result', models.CharField(blank=True, max_length=300, verbose_name='落实情况')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '会议决议',
                'verbose_name_plural': '会议决议',
                'ordering': ('due', 'id'),
            },
        ),
    ]
