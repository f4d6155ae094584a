import django.db.models.deletion
import uuid
import zhijia.areas.voting.models
import zhijia.areas.voting.rules
import zhijia.core.private.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('files', '0002_initial'),
        ('members', '0001_initial'),
        ('org', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Vote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='votes', to='org.union', verbose_name='工会')),
                ('title', models.CharField(max_length=120, verbose_name='事项')),
                ('kind', models.CharField(choices=[('举手表决', '举手表决'), ('记名投票', '记名投票'), ('无记名投票（纸质票）', '无记名投票（纸质票）'), ('无记名投票（电子领票）', '无记名投票（电子领票）')], default=zhijia.areas.voting.rules.Kind['PAPER'], max_length=12, verbose_name='方式')),
                ('on', models.DateField(verbose_name='日期')),
                ('stage', models.CharField(choices=[('准备中', '准备中'), ('投票中', '投票中'), ('已结束', '已结束'), ('已作废', '已作废')], default=zhijia.areas.voting.rules.Stage['PREPARED'], max_length=4, verbose_name='状态')),
                ('threshold', models.CharField(default='1/2', max_length=8, verbose_name='通过须超过')),
                ('quorum', models.CharField(default='2/3', max_length=8, verbose_name='到会须达到')),
                ('rule', models.CharField(blank=True, max_length=300, verbose_name='依据')),
                ('most', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='应选人数')),
                ('told_in', models.CharField(blank=True, max_length=80, verbose_name='结果公布在')),
                ('entitled', models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name='应到')),
                ('present', models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name='实到')),
                ('issued', models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name='发出票数')),
                ('returned', models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name='收回票数')),
                ('spoilt', models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name='废票')),
                ('closed_on', models.DateField(blank=True, editable=False, null=True, verbose_name='结束日期')),
                ('why', models.CharField(blank=True, max_length=200, verbose_name='作废原因')),
                ('scan', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='计票单照片')),
                ('destroyed_on', models.DateField(blank=True, editable=False, null=True, verbose_name='选票销毁日期')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '表决',
                'verbose_name_plural': '表决',
                'ordering': ('-on', '-id'),
                'indexes': [models.Index(fields=['union', 'on'], name='voting_vote_union_i_ac16b7_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('stage', '已结束'), _negated=True), ('returned', None), ('issued', None), ('returned__lte', models.F('issued')), _connector='OR'), name='no_more_back_than_out', violation_error_message='收回的票多于发出的票，这次表决无效。'), models.CheckConstraint(condition=models.Q(('present', None), ('present__lte', models.F('entitled')), _connector='OR'), name='voters_within_entitled', violation_error_message='实到人数多于应到人数，请核对。'), models.CheckConstraint(condition=models.Q(models.Q(('stage', '已作废'), _negated=True), models.Q(('why', ''), _negated=True), _connector='OR'), name='void_says_why')],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vote', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='voting.vote', verbose_name='表决')),
                ('number', models.PositiveSmallIntegerField(verbose_name='序号')),
                ('text', models.CharField(max_length=200, verbose_name='内容')),
                ('choices', models.JSONField(verbose_name='选项')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='members.person', verbose_name='本人')),
                ('carried', models.BooleanField(blank=True, editable=False, null=True, verbose_name='通过')),
            ],
            options={
                'verbose_name': '表决内容',
                'verbose_name_plural': '表决内容',
                'ordering': ('vote_id', 'number'),
                'constraints': [models.UniqueConstraint(fields=('vote', 'number'), name='one_number_a_question')],
            },
        ),
        migrations.CreateModel(
            name='Elector',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vote', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='electors', to='voting.vote', verbose_name='表决')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='members.person', verbose_name='职工')),
            ],
            options={
                'verbose_name': '应到名单',
                'verbose_name_plural': '应到名单',
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('vote', 'person'), name='entitled_once')],
            },
        ),
        migrations.CreateModel(
            name='NamedChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('elector', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='named', to='voting.elector', verbose_name='表决人')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='named', to='voting.question', verbose_name='内容')),
                ('choice', models.PositiveSmallIntegerField(verbose_name='选项')),
            ],
            options={
                'verbose_name': '记名表决',
                'verbose_name_plural': '记名表决',
                'constraints': [models.UniqueConstraint(fields=('elector', 'question'), name='one_answer_by_name')],
            },
        ),
        migrations.CreateModel(
            name='Slip',
            fields=[
                ('id', models.BigAutoField(default=zhijia.areas.voting.models.scattered, editable=False, primary_key=True, serialize=False)),
                ('vote', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='slips', to='voting.vote', verbose_name='表决')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='票号指纹')),
                ('used', models.BooleanField(default=False, verbose_name='已投')),
            ],
            options={
                'verbose_name': '票号',
                'verbose_name_plural': '票号',
            },
        ),
        migrations.CreateModel(
            name='Ballot',
            fields=[
                ('id', models.BigAutoField(default=zhijia.areas.voting.models.scattered, editable=False, primary_key=True, serialize=False)),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('vote', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ballots', to='voting.vote', verbose_name='表决')),
                ('picks', zhijia.core.private.fields.EncryptedText(blank=True, verbose_name='所选')),
            ],
            options={
                'verbose_name': '选票',
                'verbose_name_plural': '选票',
            },
        ),
        migrations.CreateModel(
            name='CountSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vote', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sheets', to='voting.vote', verbose_name='表决')),
                ('teller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='计票人')),
                ('count', models.JSONField(verbose_name='计票结果')),
                ('recorded_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'verbose_name': '计票单',
                'verbose_name_plural': '计票单',
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('vote', 'teller'), name='one_sheet_a_teller')],
            },
        ),
        migrations.CreateModel(
            name='Tally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tallies', to='voting.question', verbose_name='内容')),
                ('choice', models.PositiveSmallIntegerField(verbose_name='选项')),
                ('count', models.PositiveIntegerField(verbose_name='票数')),
            ],
            options={
                'verbose_name': '得票',
                'verbose_name_plural': '得票',
                'ordering': ('question_id', 'choice'),
                'constraints': [models.UniqueConstraint(fields=('question', 'choice'), name='one_total_a_choice')],
            },
        ),
    ]
