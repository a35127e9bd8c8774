"""Runs the navgeo program: found, followed, cancelled, its messages handed on."""

import os
import shutil
import subprocess
import threading

from qgis.core import QgsApplication, QgsProcessingException, QgsSettings

from .texts import say


def command():
    """The words the program is started with.

    NAVGEO may hold several words (dotnet navgeo.dll), one a line or parted by spaces where it is no file itself.
    """
    named = os.environ.get("NAVGEO") or QgsSettings().value("navgeo/program", "")
    if named and os.path.isfile(named):
        return [named]
    if named:
        return named.split()
    found = shutil.which("navgeo")
    if found is None:
        raise QgsProcessingException(say("no-program"))
    return [found]


def language():
    """nb, nn or en: as QGIS speaks."""
    locale = QgsApplication.locale().lower()
    return "nn" if locale.startswith("nn") else "nb" if locale.startswith(("nb", "no")) else "en"


def run(words, feedback):
    """Runs the program to its end and gives its standard output; stops it when the user does.

    Raises QgsProcessingException with what the program said where it did not end well.
    """
    words = command() + [str(word) for word in words] + ["--lang", language()]
    feedback.pushCommandInfo(subprocess.list2cmdline(words))
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    told, said = [], []
    readers = [
        threading.Thread(target=_read, args=(process.stdout, said, None)),
        threading.Thread(target=_read, args=(process.stderr, told, feedback)),
    ]
    for reader in readers:
        reader.start()
    while process.poll() is None:
        if feedback.isCanceled():
            process.terminate()
        try:
            process.wait(timeout=0.2)
        except subprocess.TimeoutExpired:
            continue
    for reader in readers:
        reader.join()
    if feedback.isCanceled():
        raise QgsProcessingException(say("cancelled"))
    if process.returncode != 0:
        raise QgsProcessingException("\n".join(told).strip() or say("failed").format(process.returncode))
    return "\n".join(said)


def _read(stream, lines, feedback):
    for line in iter(stream.readline, b""):
        text = line.decode("utf-8", "replace").rstrip()
        lines.append(text)
        if feedback is not None and text:
            feedback.pushInfo(text)
    stream.close()
