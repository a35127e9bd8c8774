using System.Globalization;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Planning;

/// <summary>What users call a way to count the wait at a quay; the setting's own name is for commands and appendices.</summary>
public static class FerryWaitWords
{
    /// <summary>"half the time between departures, at most 120 minutes", …</summary>
    public static Phrase Of(FerryWait wait)
    {
        string[] parts = wait.Name.Split('(', ')');
        string key = "ferry-wait." + parts[0];
        return parts.Length == 1 ? new Phrase(key) : new Phrase(key, double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
