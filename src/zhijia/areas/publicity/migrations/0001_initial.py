import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('org', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Board',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='boards', to='org.union', verbose_name='工会')),
                ('medium', models.CharField(choices=[('黑板报', 'Blackboard'), ('宣传橱窗', 'Window'), ('网络', 'Network'), ('广播', 'Broadcast')], default='黑板报', max_length=4, verbose_name='形式')),
                ('number', models.PositiveSmallIntegerField(verbose_name='期号')),
                ('theme', models.CharField(max_length=80, verbose_name='主题')),
                ('editor', models.CharField(blank=True, max_length=40, verbose_name='主办人')),
                ('on', models.DateField(verbose_name='出刊日期')),
                ('until', models.DateField(blank=True, null=True, verbose_name='更换日期')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '板报、橱窗、广播',
                'verbose_name_plural': '板报、橱窗、广播',
                'ordering': ('-on', '-id'),
            },
        ),
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='org.union', verbose_name='工会')),
                ('title', models.CharField(max_length=120, verbose_name='标题')),
                ('author', models.CharField(max_length=40, verbose_name='作者')),
                ('media', models.CharField(max_length=60, verbose_name='刊登媒体')),
                ('level', models.CharField(choices=[('本单位', 'Own'), ('县级', 'County'), ('市级', 'City'), ('省级', 'Province'), ('国家级', 'Nation')], default='本单位', max_length=4, verbose_name='级别')),
                ('on', models.DateField(verbose_name='刊登日期')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '通讯报道',
                'verbose_name_plural': '通讯报道',
                'ordering': ('-on', '-id'),
            },
        ),
        migrations.CreateModel(
            name='Subscription',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='subscriptions', to='org.union', verbose_name='工会')),
                ('title', models.CharField(max_length=60, verbose_name='报刊名称')),
                ('year', models.PositiveSmallIntegerField(verbose_name='订阅年度')),
                ('copies', models.PositiveSmallIntegerField(verbose_name='份数')),
                ('cost', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name='金额（元）')),
                ('on', models.DateField(verbose_name='订阅日期')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '报刊订阅',
                'verbose_name_plural': '报刊订阅',
                'ordering': ('-year', 'title'),
                'constraints': [models.CheckConstraint(condition=models.Q(('copies__gt', 0)), name='subscribed_to_something')],
            },
        ),
    ]
