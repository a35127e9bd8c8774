"""NavGeo's verbs as algorithms of QGIS Processing."""


def classFactory(iface):
    """What QGIS asks for when it loads the plugin; iface is None under qgis_process."""
    from .plugin import NavGeoPlugin

    return NavGeoPlugin()
