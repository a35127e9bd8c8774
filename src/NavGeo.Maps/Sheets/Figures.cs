using NavGeo.Planning.Language;

namespace NavGeo.Maps.Sheets;

/// <summary>Figures as sheets write them; a figure that does not exist is a dash, never nought.</summary>
internal static class Figures
{
    private const string None = "–";

    public static string Share(double? share, Phrasebook book) =>
        share is { } known ? book.Say("maps.figure.percent", book.Decimals(known * 100, 1)) : None;

    public static string Minutes(double? minutes, Phrasebook book) =>
        minutes is { } known ? book.Say("maps.figure.minutes", book.Decimals(known, 1)) : None;
}
