using System.Globalization;
using NavGeo.Planning.Language;

namespace NavGeo.Maps.Sheets;

/// <summary>Figures as sheets write them; a figure that does not exist is a dash, never nought.</summary>
internal static class Figures
{
    private const string None = "–";

    public static string Share(double? share, Phrasebook book) =>
        share is { } known ? book.Say("maps.figure.percent", book.Percent(known)) : None;

    /// <summary>31. oktober 2017; a date that is not a whole ISO date stays as the case writes it.</summary>
    public static string Date(string date, Phrasebook book)
    {
        bool isDay = DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day);
        return isDay ? day.ToString(book.Template("maps.figure.date"), book.Culture) : date;
    }

    public static string Minutes(double? minutes, Phrasebook book) =>
        minutes is { } known ? book.Say("maps.figure.minutes", book.Decimals(known, 1)) : None;
}
