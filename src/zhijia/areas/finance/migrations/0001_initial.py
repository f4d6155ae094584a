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
            name='DonationDrive',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drives', to='org.union', verbose_name='工会')),
                ('title', models.CharField(max_length=60, verbose_name='名称')),
                ('purpose', models.CharField(max_length=120, verbose_name='用途')),
                ('opened_on', models.DateField(verbose_name='发起日期')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='截止日期')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
            ],
            options={
                'verbose_name': '捐款活动',
                'verbose_name_plural': '捐款活动',
                'ordering': ('-opened_on', '-id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('closed_on', None), ('closed_on__gte', models.F('opened_on')), _connector='OR'), name='drive_ends_after_it_opens', violation_error_message='截止日期不能早于发起日期。')],
            },
        ),
        migrations.CreateModel(
            name='Donation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('drive', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='donations', to='finance.donationdrive', verbose_name='捐款活动')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='donations', to='members.person', verbose_name='捐款人')),
                ('name', models.CharField(blank=True, max_length=40, verbose_name='姓名')),
                ('who', models.CharField(blank=True, editable=False, max_length=80, null=True)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=12, verbose_name='金额（元）')),
                ('on', models.DateField(verbose_name='日期')),
                ('named', models.BooleanField(default=False, verbose_name='同意公布姓名')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
            ],
            options={
                'verbose_name': '捐款',
                'verbose_name_plural': '捐款',
                'ordering': ('-on', '-id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='a_gift_is_something', violation_error_message='金额要大于 0。')],
            },
        ),
        migrations.CreateModel(
            name='DonationUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('drive', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='finance.donationdrive', verbose_name='捐款活动')),
                ('what', models.CharField(max_length=80, verbose_name='用途')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=12, verbose_name='金额（元）')),
                ('on', models.DateField(verbose_name='日期')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
            ],
            options={
                'verbose_name': '捐款使用',
                'verbose_name_plural': '捐款使用',
                'ordering': ('-on', '-id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='a_use_is_something', violation_error_message='金额要大于 0。')],
            },
        ),
        migrations.CreateModel(
            name='DuesRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dues_runs', to='org.union', verbose_name='工会')),
                ('kind', models.CharField(choices=[('开单', '开单'), ('收缴', '收缴')], max_length=2, verbose_name='事项')),
                ('month', models.DateField(verbose_name='月份')),
                ('people', models.PositiveIntegerField(default=0, verbose_name='人数')),
                ('total', models.DecimalField(decimal_places=2, default=0, max_digits=12, verbose_name='合计（元）')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
            ],
            options={
                'verbose_name': '会费批次',
                'verbose_name_plural': '会费批次',
                'ordering': ('-id',),
            },
        ),
        migrations.CreateModel(
            name='DuesMonth',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dues', to='org.union', verbose_name='工会')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dues', to='members.person', verbose_name='会员')),
                ('month', models.DateField(verbose_name='月份')),
                ('base', models.DecimalField(decimal_places=2, max_digits=12, verbose_name='舍尾基数（元）')),
                ('due', models.DecimalField(decimal_places=2, max_digits=12, verbose_name='应缴（元）')),
                ('paid', models.DecimalField(decimal_places=2, default=0, max_digits=12, verbose_name='实缴（元）')),
                ('paid_on', models.DateField(blank=True, null=True, verbose_name='缴纳日期')),
                ('way', models.CharField(blank=True, choices=[('代扣', '代扣'), ('自缴', '自缴')], max_length=2, verbose_name='方式')),
                ('run', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='finance.duesrun')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
            ],
            options={
                'verbose_name': '会费',
                'verbose_name_plural': '会费',
                'ordering': ('-month', 'person_id'),
                'indexes': [models.Index(fields=['union', 'month'], name='finance_due_union_i_6b1406_idx'), models.Index(fields=['person', 'month'], name='finance_due_person__818291_idx')],
                'constraints': [models.UniqueConstraint(fields=('person', 'month'), name='one_dues_a_month', violation_error_message='这位会员这个月的会费已经开过。'), models.CheckConstraint(condition=models.Q(('base__gte', 0), ('due__gte', 0), ('paid__gte', 0)), name='dues_are_not_negative', violation_error_message='金额不能是负数。'), models.CheckConstraint(condition=models.Q(models.Q(('paid', 0), ('paid_on', None)), models.Q(('paid__gt', 0), ('paid_on__isnull', False)), _connector='OR'), name='a_payment_has_a_day', violation_error_message='实缴和缴纳日期要一起填。')],
            },
        ),
    ]
