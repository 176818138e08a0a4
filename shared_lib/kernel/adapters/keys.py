"""Where keys come from: files on a developer's machine, Secret Manager and KMS in the cloud."""

import base64
import json
from collections.abc import Mapping
from pathlib import Path


def data_keys_from_file(path: Path) -> Mapping[int, bytes]:
    """Return the data keys by version from a JSON file of base64 texts."""
    return {int(version): base64.b64decode(key) for version, key in json.loads(path.read_text()).items()}


def data_keys_from_kms(kms_key: str, wrapped: str) -> Mapping[int, bytes]:
    """Return the data keys by version; `wrapped` is a JSON object of base64 texts, each encrypted by the KMS key."""
    from google.cloud import kms

    client = kms.KeyManagementServiceClient()
    keys = {int(version): base64.b64decode(text) for version, text in json.loads(wrapped).items()}
    return {
        version: client.decrypt(name=kms_key, ciphertext=sealed, timeout=10).plaintext
        for version, sealed in keys.items()
    }


def signing_keys_from_file(path: Path) -> list[str]:
    """Return the signing keys, one on each line, oldest first."""
    return [line.strip() for line in path.read_text().splitlines() if line.strip()]
