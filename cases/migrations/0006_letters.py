"""Letters: the sheet, wording and check code of a document, returned mail, witnesses, consent, edited words."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kit.sealed_fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_remedies"),
        ("organizations", "0001_first_records"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="electronic_consent",
            field=models.CharField(default="", max_length=200, verbose_name="同意电子送达"),
        ),
        migrations.AddField(
            model_name="case",
            name="electronic_consent_on",
            field=models.DateField(null=True, verbose_name="同意电子送达日期"),
        ),
        migrations.AddField(
            model_name="document",
            name="check_code",
            field=models.CharField(default="", max_length=32, verbose_name="核验码"),
        ),
        migrations.AddField(
            model_name="document", name="layout", field=models.PositiveSmallIntegerField(default=1, verbose_name="版式")
        ),
        migrations.AddField(
            model_name="service", name="returned_on", field=models.DateField(null=True, verbose_name="退回日期")
        ),
        migrations.AddField(
            model_name="service",
            name="returned_reason",
            field=models.CharField(default="", max_length=200, verbose_name="退回原因"),
        ),
        migrations.AddField(
            model_name="service",
            name="witness",
            field=kit.sealed_fields.SealedTextField(default="", verbose_name="见证人"),
        ),
        migrations.CreateModel(
            name="LetterTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40, verbose_name="文书")),
                ("version", models.PositiveSmallIntegerField(verbose_name="版本")),
                ("body", models.TextField(verbose_name="正文")),
                ("valid_from", models.DateField(verbose_name="启用日期")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={"verbose_name": "文书模板", "ordering": ["kind", "-version"]},
        ),
        migrations.AddField(
            model_name="document",
            name="wording",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.lettertemplate"
            ),
        ),
        migrations.AddIndex(
            model_name="document", index=models.Index(fields=["unit", "issued_on", "id"], name="document_of_a_day")
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                condition=models.Q(("check_code", ""), _negated=True),
                fields=("check_code",),
                name="document_check_code_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.UniqueConstraint(fields=("kind", "version"), name="letter_template_version_once"),
        ),
        migrations.AlterField(
            model_name="event",
            name="act",
            field=models.CharField(
                choices=[
                    ("register", "登记"),
                    ("correct", "更正登记"),
                    ("split", "拆分诉求"),
                    ("link_respondent", "关联被反映对象"),
                    ("refer", "转送"),
                    ("commission", "交办"),
                    ("keep", "本单位办理"),
                    ("open", "签收"),
                    ("accept", "受理并告知"),
                    ("take", "确定承办人"),
                    ("delegate", "下派核查"),
                    ("report_findings", "报告核查情况"),
                    ("assess", "研判核查情况"),
                    ("consult", "征求意见"),
                    ("reply_consultation", "回复征求意见"),
                    ("record_inquiry", "记录调查"),
                    ("answer", "答复诉求"),
                    ("submit", "送审"),
                    ("send_back", "退回修改"),
                    ("issue", "审核签发"),
                    ("notify", "送达告知书"),
                    ("serve", "送达意见书"),
                    ("record_receipt", "登记送达回证"),
                    ("report_conclusion", "提交办结报告"),
                    ("close", "结案"),
                    ("remind", "催办"),
                    ("request_void", "申请作废"),
                    ("confirm_void", "核准作废"),
                    ("refuse_void", "不准作废"),
                    ("unmask", "查看完整信息"),
                    ("record_return", "登记退件"),
                    ("waive_notice", "免予告知"),
                    ("object", "提出异议"),
                    ("agree_objection", "同意异议"),
                    ("refuse_objection", "不同意异议"),
                    ("arbitrate", "指定办理单位"),
                    ("report_urgent", "报告重大紧急事项"),
                    ("ask_decision", "报请本级决定"),
                    ("not_accept", "不予受理"),
                    ("no_longer_accept", "不再受理"),
                    ("divert", "导入法定途径"),
                    ("transfer_out", "转出"),
                    ("file_only", "存查"),
                    ("extend", "延长办理期限"),
                    ("hold_hearing", "举行听证"),
                    ("settle", "调解和解"),
                    ("withdraw", "撤回"),
                    ("track_execution", "登记执行情况"),
                    ("reject_conclusion", "退回重办"),
                    ("request_reexamination", "提出复查请求"),
                    ("decide_reexamination", "作出复查意见"),
                    ("request_review", "提出复核请求"),
                    ("decide_review", "作出复核意见"),
                    ("supervise", "督办"),
                    ("archive", "归档"),
                ],
                max_length=30,
                verbose_name="行为",
            ),
        ),
    ]
