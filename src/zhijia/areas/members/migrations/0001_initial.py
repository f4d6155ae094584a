import django.db.models.deletion
import uuid
import zhijia.core.private.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('imports', '0002_initial'),
        ('org', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('house', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='roll', to='org.union', verbose_name='名册所属工会')),
                ('union', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='org.union', verbose_name='单位、小组')),
                ('name', models.CharField(max_length=40, verbose_name='姓名')),
                ('mark', models.CharField(blank=True, max_length=10, verbose_name='同名标记')),
                ('initials', models.CharField(blank=True, editable=False, max_length=20, verbose_name='拼音首字母')),
                ('sex', models.CharField(blank=True, choices=[('男', '男'), ('女', '女')], max_length=1, verbose_name='性别')),
                ('birth', models.CharField(blank=True, max_length=10, verbose_name='出生日期')),
                ('nation', models.CharField(blank=True, max_length=20, verbose_name='民族')),
                ('politics', models.CharField(blank=True, max_length=20, verbose_name='政治面貌')),
                ('education', models.CharField(blank=True, max_length=20, verbose_name='文化程度')),
                ('job', models.CharField(blank=True, max_length=40, verbose_name='岗位')),
                ('employment', models.CharField(blank=True, max_length=20, verbose_name='用工形式')),
                ('dispatched', models.BooleanField(default=False, verbose_name='劳务派遣')),
                ('id_no', zhijia.core.private.fields.EncryptedText(blank=True, verbose_name='身份证号')),
                ('id_blind', zhijia.core.private.fields.BlindIndex('id_no', blank=True, db_index=True, default='', editable=False)),
                ('phone', zhijia.core.private.fields.EncryptedText(blank=True, verbose_name='手机号码')),
                ('phone_blind', zhijia.core.private.fields.BlindIndex('phone', blank=True, db_index=True, default='', editable=False)),
                ('joined_work', models.CharField(blank=True, max_length=10, verbose_name='参加工作时间')),
                ('standing', models.CharField(choices=[('在岗', 'Working'), ('内退', 'Early'), ('待岗', 'Waiting'), ('退休', 'Retired'), ('已离开', 'Left')], default='在岗', max_length=4, verbose_name='在岗情况')),
                ('staff_from', models.DateField(blank=True, null=True, verbose_name='到本单位日期')),
                ('staff_until', models.DateField(blank=True, null=True, verbose_name='离岗日期')),
                ('left_why', models.CharField(blank=True, max_length=20, verbose_name='离岗原因')),
                ('doubts', models.CharField(blank=True, max_length=120, verbose_name='待核对')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='备注')),
                ('account', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='person', to=settings.AUTH_USER_MODEL, verbose_name='账号')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to='imports.batch')),
            ],
            options={
                'verbose_name': '职工',
                'verbose_name_plural': '职工',
                'ordering': ('id',),
                'indexes': [models.Index(fields=['house', 'id'], name='members_per_house_i_99c1f5_idx'), models.Index(fields=['union', 'id'], name='members_per_union_i_fdf9d0_idx'), models.Index(fields=['house', 'name'], name='members_per_house_i_e1a7a6_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('id_blind', ''), _negated=True), fields=('house', 'id_blind'), name='one_person_a_number'), models.CheckConstraint(condition=models.Q(('staff_from', None), ('staff_until', None), ('staff_until__gte', models.F('staff_from')), _connector='OR'), name='staff_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='Spell',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spells', to='members.person', verbose_name='职工')),
                ('state', models.CharField(choices=[('在籍', 'Member'), ('保留会籍', 'Kept')], default='在籍', max_length=4, verbose_name='会籍状态')),
                ('since', models.DateField(blank=True, null=True, verbose_name='起')),
                ('since_told', models.CharField(blank=True, max_length=10, verbose_name='入会时间')),
                ('opened_by', models.CharField(choices=[('入会', 'Joined'), ('转入', 'Came'), ('转为保留', 'Kept'), ('恢复会籍', 'Back')], default='入会', max_length=4, verbose_name='起因')),
                ('until', models.DateField(blank=True, null=True, verbose_name='止')),
                ('closed_by', models.CharField(blank=True, choices=[('转出', 'Went'), ('退会', 'Quit'), ('除名', 'Expelled'), ('转为保留', 'Kept'), ('恢复会籍', 'Back'), ('去世', 'Died')], max_length=4, verbose_name='止因')),
                ('card_no', models.CharField(blank=True, max_length=20, verbose_name='会员证号')),
                ('place', models.CharField(blank=True, max_length=80, verbose_name='转自或转往')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, to='imports.batch')),
            ],
            options={
                'verbose_name': '会籍',
                'verbose_name_plural': '会籍',
                'ordering': ('person_id', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('since', None), ('until', None), ('until__gte', models.F('since')), _connector='OR'), name='spell_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(models.Q(('closed_by', ''), ('until', None)), models.Q(('until__isnull', False), models.Q(('closed_by', ''), _negated=True)), _connector='OR'), name='an_end_has_a_reason'), models.UniqueConstraint(condition=models.Q(('until', None)), fields=('person',), name='one_open_spell')],
            },
        ),
        migrations.CreateModel(
            name='Application',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='members.person', verbose_name='申请人')),
                ('applied_on', models.DateField(verbose_name='申请日期')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='申请理由')),
                ('stage', models.CharField(choices=[('已申请', 'Applied'), ('小组同意', 'Group'), ('委员会批准', 'Approved'), ('张榜公布', 'Posted'), ('已发证', 'Card'), ('已归档', 'Filed'), ('未批准', 'Refused'), ('已撤回', 'Withdrawn')], default='已申请', max_length=5, verbose_name='进度')),
                ('group_on', models.DateField(blank=True, null=True, verbose_name='小组意见日期')),
                ('approved_on', models.DateField(blank=True, null=True, verbose_name='批准日期')),
                ('posted_on', models.DateField(blank=True, null=True, verbose_name='张榜日期')),
                ('posted_until', models.DateField(blank=True, null=True, verbose_name='公示截止')),
                ('card_on', models.DateField(blank=True, null=True, verbose_name='发证日期')),
                ('card_no', models.CharField(blank=True, max_length=20, verbose_name='会员证号')),
                ('filed_on', models.DateField(blank=True, null=True, verbose_name='归档日期')),
                ('answer', models.CharField(blank=True, max_length=200, verbose_name='处理意见')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': '入会申请',
                'verbose_name_plural': '入会申请',
                'ordering': ('-applied_on', '-id'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('stage__in', ('已申请', '小组同意', '委员会批准', '张榜公布', '已发证'))), fields=('person',), name='one_running_application')],
            },
        ),
        migrations.CreateModel(
            name='Transfer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='transfers', to='members.person', verbose_name='职工')),
                ('on', models.DateField(verbose_name='日期')),
                ('before', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.union', verbose_name='原小组')),
                ('after', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.union', verbose_name='现小组')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, to='imports.batch')),
            ],
            options={
                'verbose_name': '组内调动',
                'verbose_name_plural': '组内调动',
                'ordering': ('-on', '-id'),
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('union', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='org.union', verbose_name='工会')),
                ('committee', models.CharField(choices=[('工会委员会', 'Union'), ('经费审查委员会', 'Audit'), ('女职工委员会', 'Women'), ('劳动保护监督检查委员会', 'Protection'), ('劳动争议调解委员会', 'Mediation'), ('劳动法律监督委员会', 'Supervision'), ('提案审查委员会', 'Proposals')], default='工会委员会', max_length=12, verbose_name='委员会')),
                ('number', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='届次')),
                ('since', models.DateField(verbose_name='产生日期')),
                ('years', models.PositiveSmallIntegerField(default=5, verbose_name='任期（年）')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='届满日期')),
                ('document', models.CharField(blank=True, max_length=60, verbose_name='批复文号')),
            ],
            options={
                'verbose_name': '委员会',
                'verbose_name_plural': '委员会',
                'ordering': ('committee', '-since'),
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='members.term', verbose_name='委员会')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='members.person', verbose_name='职工')),
                ('name', models.CharField(max_length=40, verbose_name='姓名')),
                ('title', models.CharField(max_length=20, verbose_name='职务')),
                ('since', models.DateField(verbose_name='任职日期')),
                ('until', models.DateField(blank=True, null=True, verbose_name='离任日期')),
            ],
            options={
                'verbose_name': '委员',
                'verbose_name_plural': '委员',
                'ordering': ('term_id', 'id'),
            },
        ),
    ]
