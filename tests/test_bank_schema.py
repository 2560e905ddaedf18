import json

import jsonschema
import pytest

from banks import entry, fault, move
from bonvorto.bank.load import shipped_banks
from bonvorto.bank.schema import schemas


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schemas_in_the_repository_are_those_of_the_models(name):
    stored = json.loads((shipped_banks() / "schema" / name).read_text("utf-8"))
    assert stored == schemas()[name], "run: bonvorto bank schema phrasebanks/schema"


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(shipped_banks().rglob("*.json")) if path.parent.name != "schema"],
    ids=lambda path: "/".join(path.parts[-3:]),
)
def test_every_shipped_bank_file_fits_the_schema_it_names(path):
    file = json.loads(path.read_text("utf-8"))
    named = (path.parent / file["$schema"]).resolve()
    assert named.parent == shipped_banks() / "schema"
    jsonschema.validate(file, json.loads(named.read_text("utf-8")))


def test_an_editor_would_flag_an_entry_without_its_examples():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(fault(entry(fine=None)), schemas()["fault.schema.json"])
    jsonschema.validate(fault(entry()), schemas()["fault.schema.json"])
    jsonschema.validate(move(), schemas()["move.schema.json"])
