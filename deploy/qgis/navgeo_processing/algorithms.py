"""One class an algorithm: its parameters, the command line it becomes, the file QGIS loads."""

import csv
import os
import tempfile

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsVectorFileWriter,
)

from . import program
from .texts import say

DEGREES = QgsCoordinateReferenceSystem("EPSG:4326")


class NavGeoAlgorithm(QgsProcessingAlgorithm):
    """What all have in common: name, help in the user's language, the group."""

    key = ""

    def createInstance(self):
        return type(self)()

    def name(self):
        return self.key

    def displayName(self):
        return say(self.key + ".title")

    def shortHelpString(self):
        return say(self.key + ".help")

    def group(self):
        return say("group")

    def groupId(self):
        return "navgeo"

    def _case(self):
        self.addParameter(QgsProcessingParameterFile("CASE", say("case"), behavior=QgsProcessingParameterFile.Folder))

    def _roads(self):
        self.addParameter(QgsProcessingParameterFile("ROADS", say("roads")))

    def _points(self, name, text):
        self.addParameter(QgsProcessingParameterFeatureSource(name, say(text), [QgsProcessing.TypeVectorPoint]))

    def _text(self, name, text, usual=None, optional=False):
        self.addParameter(QgsProcessingParameterString(name, say(text), usual, optional=optional))

    def _choice(self, name, text, choices, usual=0):
        self.addParameter(QgsProcessingParameterEnum(name, say(text), choices, defaultValue=usual, usesStaticStrings=False))

    def _file(self, name, text, kind):
        self.addParameter(QgsProcessingParameterFileDestination(name, say(text), kind))

    def _option(self, parameters, context, name, option):
        """The words of an option that may be left out."""
        value = self.parameterAsString(parameters, name, context).strip()
        return [option, value] if value else []

    def _points_file(self, parameters, context, name, folder):
        """A layer of points as id,lon,lat."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        transform = QgsCoordinateTransform(source.sourceCrs(), DEGREES, context.transformContext())
        names = [field.name() for field in source.fields()]
        path = os.path.join(folder, name.lower() + ".csv")
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["id", "lon", "lat"])
            for feature in source.getFeatures():
                point = transform.transform(feature.geometry().asPoint())
                writer.writerow([feature["id"] if "id" in names else feature.id(), repr(point.x()), repr(point.y())])
        return path

    def _layer_file(self, parameters, context, name, folder):
        """A layer as GeoJSON in degrees."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        path = os.path.join(folder, name.lower() + ".geojson")
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GeoJSON"
        options.fileEncoding = "UTF-8"
        writer = QgsVectorFileWriter.create(path, source.fields(), source.wkbType(), DEGREES, context.transformContext(), options)
        transform = QgsCoordinateTransform(source.sourceCrs(), DEGREES, context.transformContext())
        for feature in source.getFeatures():
            shape = feature.geometry()
            shape.transform(transform)
            feature.setGeometry(shape)
            writer.addFeature(feature)
        del writer
        return path


class NewCase(NavGeoAlgorithm):
    key = "newcase"

    def initAlgorithm(self, config=None):
        self._roads()
        self._points("PEOPLE", "people")
        self.addParameter(QgsProcessingParameterFeatureSource("BOUNDARIES", say("boundaries"), [QgsProcessing.TypeVectorPolygon]))
        self.addParameter(QgsProcessingParameterNumber("YEAR", say("year"), defaultValue=2024))
        self.addParameter(QgsProcessingParameterFolderDestination("OUTPUT", say("newcase")))

    def processAlgorithm(self, parameters, context, feedback):
        output = self.parameterAsString(parameters, "OUTPUT", context)
        if os.path.isdir(output) and not os.listdir(output):
            os.rmdir(output)  # Processing makes the folder, navgeo wants to make it itself
        beside = os.path.join(os.path.dirname(os.path.abspath(output)), os.path.basename(output) + "-data")
        os.makedirs(beside, exist_ok=True)  # the case names its files where they lie, so they stay
        program.run(
            [
                "case", "new", output, "--roads", self.parameterAsFile(parameters, "ROADS", context),
                "--demand", self._layer_file(parameters, context, "PEOPLE", beside),
                "--boundaries", self._layer_file(parameters, context, "BOUNDARIES", beside),
                "--code-year", self.parameterAsInt(parameters, "YEAR", context),
            ],
            feedback,
        )
        return {"OUTPUT": output}


class TravelTimes(NavGeoAlgorithm):
    key = "times"

    def initAlgorithm(self, config=None):
        self._roads()
        self._points("FROM", "from")
        self._points("TO", "to")
        self._text("CLOSE", "close", optional=True)
        self._file("OUTPUT", "table", "CSV (*.csv)")

    def processAlgorithm(self, parameters, context, feedback):
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        with tempfile.TemporaryDirectory() as folder:
            program.run(
                [
                    "times", "--roads", self.parameterAsFile(parameters, "ROADS", context),
                    "--from", self._points_file(parameters, context, "FROM", folder), "--to", self._points_file(parameters, context, "TO", folder),
                    "-o", output, *self._option(parameters, context, "CLOSE", "--close"),
                ],
                feedback,
            )
        return {"OUTPUT": output}


class Catchments(NavGeoAlgorithm):
    key = "reach"

    def initAlgorithm(self, config=None):
        self._roads()
        self._points("FROM", "from")
        self._text("MINUTES", "minutes", "15,30,45,60")
        self._text("CLOSE", "close", optional=True)
        self._file("OUTPUT", "output", "GeoJSON (*.geojson)")

    def processAlgorithm(self, parameters, context, feedback):
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        with tempfile.TemporaryDirectory() as folder:
            program.run(
                [
                    "reach", "--roads", self.parameterAsFile(parameters, "ROADS", context),
                    "--from", self._points_file(parameters, context, "FROM", folder),
                    "--minutes", self.parameterAsString(parameters, "MINUTES", context), "-o", output,
                    *self._option(parameters, context, "CLOSE", "--close"),
                ],
                feedback,
            )
        return {"OUTPUT": output}


class Compare(NavGeoAlgorithm):
    key = "compare"

    def initAlgorithm(self, config=None):
        self._case()
        self._text("STRUCTURES", "structures", optional=True)
        self._text("CLOSE", "close", optional=True)
        self._file("OUTPUT", "output", "GeoPackage (*.gpkg)")

    def processAlgorithm(self, parameters, context, feedback):
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.abspath(output))) as folder:
            program.run(
                [
                    "export", self.parameterAsFile(parameters, "CASE", context), "-o", folder, "--format", "gpkg",
                    *self._option(parameters, context, "STRUCTURES", "--structures"), *self._option(parameters, context, "CLOSE", "--close"),
                ],
                feedback,
            )
            written = [name for name in os.listdir(folder) if name.endswith(".gpkg")]
            os.replace(os.path.join(folder, written[0]), output)
        return {"OUTPUT": output}


class Regions(NavGeoAlgorithm):
    key = "regions"
    rules = ["ba2020", "ttwa", "lma", "time"]

    def initAlgorithm(self, config=None):
        self._case()
        self._choice("RULE", "rule", self.rules)
        self._file("OUTPUT", "output", "GeoJSON (*.geojson)")

    def processAlgorithm(self, parameters, context, feedback):
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        with tempfile.TemporaryDirectory() as folder:
            program.run(
                [
                    "regions", self.parameterAsFile(parameters, "CASE", context), "--rule", self.rules[self.parameterAsEnum(parameters, "RULE", context)],
                    "--polygons", output, "-o", os.path.join(folder, "regions.csv"),
                ],
                feedback,
            )
        return {"OUTPUT": output}


class Siting(NavGeoAlgorithm):
    key = "site"
    models = ["p-median", "p-center", "lscp", "mclp"]

    def initAlgorithm(self, config=None):
        self._case()
        self._choice("MODEL", "model", self.models)
        self.addParameter(QgsProcessingParameterNumber("SITES", say("sites"), optional=True, minValue=1))
        self.addParameter(QgsProcessingParameterNumber("WITHIN", say("within"), optional=True, minValue=1))
        self.addParameter(QgsProcessingParameterFolderDestination("OUTPUT", say("output")))

    def processAlgorithm(self, parameters, context, feedback):
        output = self.parameterAsString(parameters, "OUTPUT", context)
        words = ["site", self.parameterAsFile(parameters, "CASE", context), "--model", self.models[self.parameterAsEnum(parameters, "MODEL", context)]]
        for name, option in (("SITES", "--p"), ("WITHIN", "--within")):
            if parameters.get(name) is not None:
                words += [option, self.parameterAsInt(parameters, name, context)]
        program.run([*words, "-o", output], feedback)
        return {"OUTPUT": output}


class Sweep(NavGeoAlgorithm):
    key = "sweep"
    overs = ["links", "ferries", "sites", "pairs-of-offices"]

    def initAlgorithm(self, config=None):
        self._case()
        self._choice("OVER", "over", self.overs)
        self._text("STRUCTURES", "structures", optional=True)
        self.addParameter(QgsProcessingParameterNumber("TOP", say("top"), defaultValue=50, minValue=1))
        self._file("OUTPUT", "output", "GeoPackage (*.gpkg)")

    def processAlgorithm(self, parameters, context, feedback):
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        with tempfile.TemporaryDirectory() as folder:
            rows = os.path.join(folder, "sweep.csv")
            over = self.overs[self.parameterAsEnum(parameters, "OVER", context)]
            program.run(
                ["sweep", self.parameterAsFile(parameters, "CASE", context), "--over", over, "-o", rows, *self._option(parameters, context, "STRUCTURES", "--structures")],
                feedback,
            )
            program.run(["sweep", "show", rows, "--top", self.parameterAsInt(parameters, "TOP", context), "-o", output], feedback)
        return {"OUTPUT": output}


ALGORITHMS = [NewCase, TravelTimes, Catchments, Compare, Regions, Siting, Sweep]
