"""Fields of Django models: stored, found, shown and refused values, and migrations."""

from typing import Any

import django
import pytest
from django.conf import settings

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"],
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    USE_TZ=True,
)
django.setup()

from django.contrib import admin  # noqa: E402
from django.core.exceptions import ValidationError  # noqa: E402
from django.core.serializers import serialize  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.db.migrations.state import ModelState, ProjectState  # noqa: E402
from django.db.migrations.writer import MigrationWriter  # noqa: E402
from django.forms import modelform_factory  # noqa: E402
from provider_codes import smsapi  # noqa: E402
from provider_codes.for_django import CodeCharField, CodeIntegerField  # noqa: E402
from provider_codes.infobip import Error, VoiceError, VoiceErrorGroup, parse_error  # noqa: E402
from provider_codes.smspartner import MessageStatus  # noqa: E402
from rest_framework.serializers import ModelSerializer  # noqa: E402

BUSY = VoiceError.EC_VOICE_USER_BUSY


class Report(models.Model):
    """A row with a code of each kind."""

    error: Any = CodeIntegerField(Error, default=VoiceError.parse(5999))
    status: Any = CodeCharField(
        MessageStatus,
        max_length=40,
        null=True,
        blank=True,
        choices=[(MessageStatus.KO, "failed"), ("More", [(MessageStatus.parse("read"), "read")])],
    )

    class Meta:
        """Where it belongs."""

        app_label = "reports"


@pytest.fixture(autouse=True, scope="module")
def _table() -> None:
    with connection.schema_editor() as editor:
        editor.create_model(Report)


@pytest.mark.parametrize("raw", [5480, 27, 5999, 3_000_000_000])
def test_round_trip(raw: int) -> None:
    code = parse_error(raw)
    objects: Any = Report._default_manager
    made = objects.create(error=code, status=MessageStatus.parse("read"))
    found = objects.get(pk=made.pk)
    assert repr(found.error) == repr(code) and found.status.code_list is MessageStatus
    assert objects.filter(error=code, status="read").count() == 1
    assert objects.filter(error__in=[raw], pk=made.pk).values_list("error")[0] == (code,)
    with connection.cursor() as cursor:
        cursor.execute("SELECT error, status FROM reports_report WHERE id = %s", [made.pk])
        assert cursor.fetchone() == (raw, "read")


@pytest.mark.parametrize("name", ["error", "status"])
def test_a_migration_has_plain_fields_and_values(name: str) -> None:
    """Old migrations must not need this release, or these lists."""
    field: Any = Report._meta.get_field(name)
    written, imports = MigrationWriter.serialize(field)
    assert written.startswith("models.") and "provider_codes" not in f"{written}{imports}"
    assert name != "error" or "default=5999" in written
    choices = "choices=[('ko', 'failed'), ('More', [('read', 'read')])]"
    assert name != "status" or choices in written
    assert field.clone().deconstruct()[1:] == field.deconstruct()[1:]


def test_choices_change_only_with_the_model() -> None:
    """Django compares the field of the model with that of the last migration."""
    choices = [(VoiceError.VOICE_ANSWERED, "answered"), (BUSY, "busy")]
    values = [(5000, "answered"), (5002, "busy")]
    field: Any = CodeIntegerField(VoiceError, choices=choices)
    plain: Any = models.BigIntegerField(choices=values)
    assert field.deconstruct()[3]["choices"] == plain.deconstruct()[3]["choices"]


def test_models_of_migrations_are_made_from_fields() -> None:
    state: Any = ProjectState()
    state.add_model(ModelState.from_model(Report))
    model = state.apps.get_model("reports", "Report")
    assert model().error == 5999
    assert model.objects.create(error=5002).pk == model.objects.get(error=5002).pk


@pytest.mark.parametrize(
    ("field", "arguments", "words"),
    [
        (CodeIntegerField, [MessageStatus], "cannot store the codes of MessageStatus"),
        (CodeIntegerField, [Error | MessageStatus], "cannot store the codes of MessageStatus"),
        (CodeCharField, [Error], "cannot store the codes of GeneralError"),
        (CodeIntegerField, [VoiceErrorGroup], "for one list, or for a family of lists"),
        (CodeIntegerField, [int], "for one list, or for a family of lists"),
        (CodeIntegerField, [], "code_list"),
    ],
)
def test_a_field_for_other_codes_is_refused(field: Any, arguments: list[Any], words: str) -> None:
    with pytest.raises(TypeError, match=words):
        field(*arguments)


@pytest.mark.skipif(django.VERSION < (5,), reason="Django 4 has no defaults of the database")
def test_a_migration_has_the_default_of_the_database_as_a_value() -> None:
    field: Any = CodeIntegerField(VoiceError, db_default=VoiceError.parse(5999))
    assert "db_default=5999" in MigrationWriter.serialize(field)[0]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (smsapi.ErrorCode(13), "is not a code of GeneralError or"),
        (smsapi.ErrorCode.parse(99999), "is not a code of GeneralError or"),
        (VoiceError.parse(27), "would come back as another code of GeneralError or"),
    ],
)
def test_a_code_that_would_not_come_back_is_refused(code: Any, words: str) -> None:
    objects: Any = Report._default_manager
    for call in (objects.create, objects.filter, objects.update):
        with pytest.raises(TypeError, match=words):
            call(error=code)


def test_an_empty_text_is_no_number() -> None:
    objects: Any = Report._default_manager
    for call in (objects.create, objects.filter, objects.update):
        with pytest.raises(ValueError, match="decimal number, not ''"):
            call(error="")
    assert objects.create(error=1, status="").status == ""


@pytest.mark.parametrize("format", ["json", "xml", "yaml"])
def test_dumps_have_values(format: str) -> None:
    text = str(serialize(format, [Report(error=parse_error(5999), status=MessageStatus.KO)]))
    assert "5999" in text and "ko" in text and "unlisted" not in text


def test_forms_and_the_admin() -> None:
    site: Any = admin.ModelAdmin(Report, admin.AdminSite())
    for form in (modelform_factory(Report, fields=["error", "status"]), site.get_form(None)):
        made: Any = form({"error": "5002", "status": "ko"})
        assert made.is_valid(), made.errors
        assert made.instance.error is BUSY and made.instance.status is MessageStatus.KO
        assert not form({"error": "busy", "status": ""}).is_valid()
    with pytest.raises(ValidationError, match="decimal number"):
        Report(error="busy").full_clean()


def test_serializers() -> None:
    class ReportSerializer(ModelSerializer[Report]):
        """A report in the API."""

        class Meta:
            """Its fields."""

            model = Report
            fields = ["error", "status"]

    assert ReportSerializer(Report(error=BUSY)).data == {"error": 5002, "status": None}
    serializer = ReportSerializer(data={"error": 5999, "status": "read"})
    assert serializer.is_valid(), serializer.errors
    saved: Any = serializer.save()
    saved.refresh_from_db()
    assert repr(saved.error) == "<GeneralError unlisted: 5999>"
