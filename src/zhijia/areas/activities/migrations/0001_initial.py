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
            name='Activity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='org.union', verbose_name='主办工会')),
                ('title', models.CharField(max_length=80, verbose_name='名称')),
                ('category', models.CharField(choices=[('参观', 'Outing'), ('登山', 'Climb'), ('运动会', 'Games'), ('球类', 'Ball'), ('歌咏', 'Song'), ('舞蹈', 'Dance'), ('健身', 'Fitness'), ('知识竞赛', 'Quiz'), ('文艺汇演', 'Show'), ('电影', 'Film'), ('其他', 'Other')], default='其他', max_length=8, verbose_name='类别')),
                ('edition', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='届次')),
                ('on', models.DateField(verbose_name='日期')),
                ('place', models.CharField(blank=True, max_length=60, verbose_name='地点')),
                ('limit', models.PositiveIntegerField(blank=True, null=True, verbose_name='报名名额')),
                ('unnamed', models.PositiveIntegerField(default=0, verbose_name='未记名人数')),
                ('heads', models.PositiveIntegerField(default=0, editable=False, verbose_name='参加人次')),
                ('cost', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name='费用（元）')),
                ('held', models.BooleanField(default=False, verbose_name='已举办')),
                ('cancelled', models.BooleanField(default=False, verbose_name='已取消')),
                ('summary', models.TextField(blank=True, verbose_name='小结')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '文体活动',
                'verbose_name_plural': '文体活动',
                'ordering': ('-on', '-id'),
                'indexes': [models.Index(fields=['union', 'on'], name='activities__union_i_5c0a2f_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('cancelled', True), ('held', True), _negated=True), name='held_or_cancelled')],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='activities.activity', verbose_name='活动')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='members.person', verbose_name='职工')),
                ('state', models.CharField(choices=[('已报名', 'Signed'), ('已参加', 'Came'), ('已退出', 'Withdrew'), ('未到', 'Absent')], default='已报名', max_length=4, verbose_name='状态')),
                ('result', models.CharField(blank=True, max_length=20, verbose_name='名次')),
                ('prize', models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True, verbose_name='奖品折价（元）')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '报名',
                'verbose_name_plural': '报名',
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('activity', 'person'), name='one_name_an_activity')],
            },
        ),
        migrations.CreateModel(
            name='Club',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clubs', to='org.union', verbose_name='工会')),
                ('name', models.CharField(max_length=40, verbose_name='名称')),
                ('leader', models.CharField(blank=True, max_length=40, verbose_name='负责人')),
                ('founded_on', models.DateField(verbose_name='成立日期')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='解散日期')),
            ],
            options={
                'verbose_name': '协会和队伍',
                'verbose_name_plural': '协会和队伍',
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='org.union', verbose_name='工会')),
                ('club', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sessions', to='activities.club', verbose_name='协会或队伍')),
                ('kind', models.CharField(choices=[('培训班', 'Class'), ('排练', 'Rehearsal')], default='培训班', max_length=4, verbose_name='类别')),
                ('title', models.CharField(max_length=60, verbose_name='内容')),
                ('coach', models.CharField(blank=True, max_length=40, verbose_name='教师')),
                ('on', models.DateField(verbose_name='日期')),
                ('heads', models.PositiveIntegerField(default=0, verbose_name='参加人次')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '培训和排练',
                'verbose_name_plural': '培训和排练',
                'ordering': ('-on', '-id'),
            },
        ),
        migrations.CreateModel(
            name='Equipment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='equipment', to='org.union', verbose_name='工会')),
                ('name', models.CharField(max_length=40, verbose_name='名称')),
                ('quantity', models.PositiveIntegerField(verbose_name='数量')),
                ('cost', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name='金额（元）')),
                ('bought_on', models.DateField(verbose_name='购置日期')),
                ('place', models.CharField(blank=True, max_length=40, verbose_name='存放地点')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '文体用品',
                'verbose_name_plural': '文体用品',
                'ordering': ('-bought_on', '-id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='bought_something')],
            },
        ),
        migrations.CreateModel(
            name='Loan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('equipment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='loans', to='activities.equipment', verbose_name='用品')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='loans', to='members.person', verbose_name='借用人')),
                ('quantity', models.PositiveIntegerField(default=1, verbose_name='数量')),
                ('lent_on', models.DateField(verbose_name='借出日期')),
                ('returned_on', models.DateField(blank=True, null=True, verbose_name='归还日期')),
            ],
            options={
                'verbose_name': '借用登记',
                'verbose_name_plural': '借用登记',
                'ordering': ('-lent_on', '-id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('returned_on', None), ('returned_on__gte', models.F('lent_on')), _connector='OR'), name='returned_after_lent')],
            },
        ),
    ]
