"""Whether the service lives, whether it is ready, and its figures for Prometheus."""

import os

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from service.desk import Desk

PATHS = ("/healthz", "/readyz", "/metrics")


def router(desk: Desk) -> APIRouter:
    """The routes for supervisors, balancers and monitoring; they are not in the API's page."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/healthz")
    def healthz() -> JSONResponse:
        """Say that the process lives."""
        return JSONResponse({"status": "alive"})

    @routes.get("/readyz")
    def readyz() -> JSONResponse:
        """Say 200 once a warm-up question has been answered, 503 before."""
        return JSONResponse(
            {"status": "ready" if desk.ready else "warming up"}, 200 if desk.ready else 503
        )

    @routes.get("/metrics")
    def metrics() -> Response:
        """Show the figures of this process, or of all workers where there are several."""
        registry = REGISTRY
        if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    return routes
