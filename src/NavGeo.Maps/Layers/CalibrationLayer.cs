using System.Globalization;
using NavGeo.Data.Calibration;
using NavGeo.Planning.Calibration;
using NavGeo.Routing;
using NavGeo.Routing.Speeds;

namespace NavGeo.Maps.Layers;

/// <summary>Known times as straight lines from end to end, with what was measured and how far it is off.</summary>
public static class CalibrationLayer
{
    private static readonly LayerSettings Settings = new();

    /// <summary>Writes the layer as GeoJSON; times without a way are left out.</summary>
    public static void Write(string path, LoadedCalibration loaded)
    {
        NetworkCalibration calibration = loaded.Calibration;
        int epsg = loaded.Network.Graph.Epsg;
        var provenance = new Provenance
        {
            Title = "Known travel times and measured ones",
            Case = null,
            Date = loaded.Network.Source.Date,
            CodeYear = null,
            Crs = FeatureWriter.CrsOf(epsg, Settings),
            Sources = [loaded.Network.Source],
            Parameters =
            [
                .. ProfileSettings.Of(calibration.Profile),
                .. loaded.Edits.Select((edit, i) => KeyValuePair.Create(string.Create(CultureInfo.InvariantCulture, $"edit_{i + 1}"), (object)edit)),
            ],
        };
        FeatureWriter.Write(path, "calibration", epsg, Settings, provenance, features =>
        {
            foreach (HeldTime time in calibration.Times)
            {
                (PlanePoint from, PlanePoint to) = loaded.Ends[time.Index];
                features.BeginFeature();
                features.Line([from, to]);
                features.BeginProperties();
                features.Text("from", time.Known.From);
                features.Text("to", time.Known.To);
                features.Number("known_min", time.Known.Minutes, 2);
                features.Number("measured_min", time.Measured, 2);
                features.Number("error_min", time.Error, 2);
                features.Number("ferry_min", time.FerryMinutes, 2);
                features.Number("fitted_min", time.Fitted, 2);
                features.Number("left_out_min", time.LeftOut, 2);
                features.EndFeature();
            }
        });
    }
}
