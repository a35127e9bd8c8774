using System.Globalization;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.OpenStreetMap;

/// <summary>What is said of an OpenStreetMap file that cannot be read.</summary>
internal static class PbfFault
{
    /// <summary>A fault at a byte of the file.</summary>
    public static InputException At(string path, long offset, string key, params IReadOnlyList<object> values) => new(
        path, $"byte {offset.ToString(CultureInfo.InvariantCulture)}", new Phrase(key, values), new Phrase("osm.fetch-again.remedy"));
}
