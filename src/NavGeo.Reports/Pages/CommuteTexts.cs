using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Reports.Pages;

/// <summary>How counts of employees are written.</summary>
public static class CommuteTexts
{
    /// <summary>A count as the audience may know it; <c>0–4</c> for what is below the limit.</summary>
    /// <param name="audience">Who reads it.</param>
    /// <param name="count">As counted.</param>
    /// <param name="texts">The language.</param>
    public static string Told(Audience audience, int count, Phrasebook texts) => audience.Told(count) is { } told
        ? texts.Whole(told)
        : texts.Say("commutes.few", audience.LeastPeople - 1);
}
