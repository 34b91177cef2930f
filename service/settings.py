"""A settings file in, checked `Settings` out; every fault with its file, line and mend."""

import ipaddress
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    IPvAnyNetwork,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)

from corpus.load import BOARDS
from corpus.yaml_file import YamlFile

Right = Literal["embed", "call", "read"]
DEFAULT_PORTS = {"http": 80, "https": 443}


class SettingsError(Exception):
    """Every fault of a settings file, each with its file, line and mend."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


def origin(text: str) -> str:
    """An origin in its one written form: `https://www.example.org`, the usual port left out.

    Raises `ValueError` where the text has a path, a wildcard or anything else but an origin.
    """
    parts = urlsplit(text)
    host = (parts.hostname or "").lower()
    if parts.scheme not in DEFAULT_PORTS or not host or "*" in host:
        raise ValueError("write an origin in full, such as https://www.example.org")
    if parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise ValueError("write the origin alone, without a path")
    name = f"[{host}]" if ":" in host else host
    port = parts.port
    return f"{parts.scheme}://{name}" + (
        f":{port}" if port and port != DEFAULT_PORTS[parts.scheme] else ""
    )


class Rate(BaseModel):
    """A bucket of `burst` tokens that fills by `a_minute` tokens a minute; a question takes one."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    a_minute: int = Field(ge=1)
    burst: int = Field(ge=1)


class Limits(BaseModel):
    """How much one address, and the pages of one other site, may ask."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    per_address: Rate = Rate(a_minute=300, burst=200)
    per_site: Rate = Rate(a_minute=3000, burst=600)
    waiting: int = Field(default=64, ge=1, description="questions at once before 503")


class Settings(BaseModel):
    """Everything that a keeper can set; `docs/settings.example.yaml` explains each key."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    corpus: Path = BOARDS
    index: Path | None = None
    model: str | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=0, le=65535)
    workers: int = Field(default=1, ge=1, le=64)
    address: str | None = None
    page: bool = True
    sites: dict[Annotated[str, AfterValidator(origin)], tuple[Right, ...]] = {}
    trusted_proxies: tuple[IPvAnyNetwork, ...] = ()
    limits: Limits = Limits()
    log_questions: bool = False
    mcp: bool = False
    openai_key: SecretStr | None = Field(default=None, min_length=16)
    feedback: Path | None = None
    grace_seconds: int = Field(default=10, ge=1)

    @field_validator("address")
    @classmethod
    def _address(cls, address: str | None) -> str | None:
        if address is None:
            return None
        parts = urlsplit(address)
        if parts.query or parts.fragment:
            raise ValueError("write the address without ? and #")
        return origin(f"{parts.scheme}://{parts.netloc}") + parts.path.rstrip("/")

    @field_validator("corpus", "index", "feedback")
    @classmethod
    def _beside_the_file(cls, path: Path | None, info: ValidationInfo) -> Path | None:
        folder = (info.context or {}).get("folder")
        return folder / path if path and folder else path

    @property
    def prefix(self) -> str:
        """The path that the service stands under, such as `/insight`; empty at the root."""
        return urlsplit(self.address).path if self.address else ""

    def origins(self, right: Right) -> tuple[str, ...]:
        """The sites that have a right, in the file's order."""
        return tuple(site for site, rights in self.sites.items() if right in rights)

    def answers_to(self, host: str) -> bool:
        """Whether a request's Host names this service: its address, or this machine itself.

        Bound to every interface and without an address, the service can't know its names and
        answers to any.
        """
        name = (urlsplit(f"//{host}").hostname or "").lower()
        if is_loopback(name) or (self.address and name == urlsplit(self.address).hostname):
            return True
        return self.address is None and not is_loopback(self.host)


def is_loopback(name: str) -> bool:
    """Whether a host name or address is this machine's own."""
    try:
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def load_settings(path: Path | None = None, **given: Any) -> Settings:
    """The settings of a file, with what is `given` (and not None) put over them.

    Paths in the file start at the file's folder. Raises `SettingsError` with all faults at once.
    """
    over = {key: value for key, value in given.items() if value is not None}
    found: dict[str, Any] = {}
    if path is not None:
        if not path.is_file():
            raise SettingsError([f"{path}: no such file: name a settings file"])
        file = YamlFile(path)
        checked = file.check(Settings, context={"folder": path.resolve().parent})
        if checked is None:
            raise SettingsError(file.faults)
        found = checked.model_dump()
    try:
        return Settings.model_validate({**found, **over})
    except ValidationError as error:
        raise SettingsError(
            [f"--{fault['loc'][0]}: {fault['msg']}: correct the value" for fault in error.errors()]
        ) from error
