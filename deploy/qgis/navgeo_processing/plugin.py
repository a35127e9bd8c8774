"""The plugin: one Processing provider."""

from qgis.core import QgsApplication, QgsProcessingProvider

from .algorithms import ALGORITHMS


class NavGeoProvider(QgsProcessingProvider):
    """All algorithms, under the id navgeo."""

    def id(self):
        return "navgeo"

    def name(self):
        return "NavGeo"

    def loadAlgorithms(self):
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())


class NavGeoPlugin:
    """Adds the provider when QGIS starts and takes it away again."""

    def __init__(self):
        self.provider = None

    def initProcessing(self):
        self.provider = NavGeoProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        self.initProcessing()

    def unload(self):
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
