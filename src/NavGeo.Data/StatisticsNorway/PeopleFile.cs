using System.Text;
using NavGeo.Data.Formats.Tables;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// Reads people at places, whichever way a file has them: Statistics Norway's grid as CSV or GML, points in a
/// CSV with <c>lon,lat</c>, or GeoJSON points.
/// </summary>
public static class PeopleFile
{
    private const int BeginBytes = 64, HeaderBytes = 4096;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <exception cref="InputException">The file has errors.</exception>
    public static PopulationGrid Read(InputFile file, Findings findings)
    {
        string path = file.Path;
        file.RequireText();
        if (PopulationGmlReader.LooksLike(file.Begin(BeginBytes)))
        {
            using Stream stream = file.OpenRead();
            return PopulationGmlReader.Read(stream, path, findings);
        }
        byte[] bytes = file.Bytes;
        if (JsonStatReader.LooksLike(bytes)) return PeoplePointReader.ParseGeoJson(bytes, path, findings);
        string[] header = HeaderOf(bytes);
        bool hasPositions = header.Contains("lon", StringComparer.OrdinalIgnoreCase) && header.Contains("lat", StringComparer.OrdinalIgnoreCase);
        bool hasCells = header.Any(c => GridCell.TryCellMetres(c, out _));
        if (hasPositions && !hasCells) return PeoplePointReader.ParseTable(bytes, path, findings);
        if (!hasCells && header.Length > 1)
            throw new InputException(path, "1", new Phrase("people.no-place"), new Phrase("people.no-place.remedy", string.Join(", ", header)));
        return PopulationGridReader.Parse(bytes, path, findings);
    }

    private static string[] HeaderOf(byte[] bytes)
    {
        ReadOnlySpan<byte> begin = bytes.AsSpan(0, Math.Min(bytes.Length, HeaderBytes));
        string text = Encoding.UTF8.GetString(begin).TrimStart('\uFEFF');
        char? delimiter = TableText.TakeExcelLine(ref text);
        string line = text.TrimStart('\r', '\n').Split('\r', '\n')[0];
        return [.. line.Split([delimiter ?? TableText.DelimiterOf(line), '\t']).Select(c => c.Trim().Trim('"'))];
    }
}
