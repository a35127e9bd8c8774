using System.Text;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Language;

namespace NavGeo.Data.StatisticsNorway;

/// <summary>
/// Reads people at places, whichever way a file has them: Statistics Norway's grid as CSV or GML, points in a
/// CSV with <c>lon,lat</c>, or GeoJSON points.
/// </summary>
public static class PeopleFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <exception cref="InputException">The file has errors.</exception>
    public static PopulationGrid Read(string path, Findings findings)
    {
        if (!File.Exists(path)) return PopulationGridReader.Read(path, findings);
        if (IsXml(path))
        {
            using FileStream stream = File.OpenRead(path);
            return PopulationGmlReader.Read(stream, path, findings);
        }
        byte[] bytes = File.ReadAllBytes(path);
        if (JsonStatReader.LooksLike(bytes)) return PeoplePointReader.ParseGeoJson(bytes, path, findings);
        string[] header = HeaderOf(bytes);
        bool hasPositions = header.Contains("lon", StringComparer.OrdinalIgnoreCase) && header.Contains("lat", StringComparer.OrdinalIgnoreCase);
        bool hasCells = header.Any(c => GridCell.TryCellMetres(c, out _));
        if (hasPositions && !hasCells) return PeoplePointReader.ParseTable(bytes, path, findings);
        if (!hasCells && header.Length > 1)
            throw new InputException(path, "1", new Phrase("people.no-place"), new Phrase("people.no-place.remedy", string.Join(", ", header)));
        return PopulationGridReader.Parse(bytes, path, findings);
    }

    private static bool IsXml(string path)
    {
        using FileStream stream = File.OpenRead(path);
        Span<byte> first = stackalloc byte[64];
        return PopulationGmlReader.LooksLike(first[..stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)]);
    }

    private static string[] HeaderOf(byte[] bytes)
    {
        ReadOnlySpan<byte> text = bytes;
        int end = text.IndexOf((byte)'\n');
        string line = Encoding.UTF8.GetString(end < 0 ? text[..Math.Min(text.Length, 4096)] : text[..end]).TrimStart('\uFEFF').TrimEnd('\r');
        return [.. line.Split([TableText.DelimiterOf(line), '\t']).Select(c => c.Trim().Trim('"'))];
    }
}
