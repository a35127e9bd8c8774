using NavGeo.Data.Folders;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Cases;

/// <summary>Fields that the tables of money, staff and risk have in common.</summary>
internal static class FigureFields
{
    /// <summary>An exact amount of 0 or more that must be there.</summary>
    public static decimal Amount(this DelimitedRow row, string column)
    {
        row.Text(column);
        return row.OptionalAmount(column) ?? 0;
    }

    /// <summary>A text in the users' languages: the column itself, or with <c>_nb</c>, <c>_nn</c> and <c>_en</c>; null where all are empty.</summary>
    public static Names? OptionalNames(this DelimitedRow row, string column)
    {
        string? any = row.OptionalText(column);
        string? nb = row.OptionalText(column + "_nb") ?? any;
        string? nn = row.OptionalText(column + "_nn");
        string? en = row.OptionalText(column + "_en") ?? any;
        return (nb ?? nn ?? en) is null ? null : new Names(nb, nn, en);
    }

    /// <summary>One of a few words; reports any other.</summary>
    public static T OneOf<T>(this DelimitedRow row, string column, IReadOnlyList<(string Word, T Value)> words)
    {
        string text = row.Text(column);
        if (FieldWords.Find(words.Select(w => w.Word), text) is { } known) return words.First(w => w.Word == known).Value;
        if (text.Length > 0)
        {
            row.Error(new Phrase("case.unknown-value", column, text),
                new Phrase("case.one-of.remedy", string.Join(", ", words.Select(w => w.Word))));
        }
        return words[0].Value;
    }

    /// <summary>The office of today that is meant; null, with a finding, where there is none or structures could not be read.</summary>
    public static Office? IsOffice(this DelimitedRow row, string column, Structure? baseline)
    {
        string name = row.Text(column);
        if (baseline is null || name.Length == 0) return null;
        string meant = row.Known(column, name, new KnownNames(baseline.Offices.Select(o => (o.Name, (IEnumerable<string?>)[]))));
        return baseline.Offices.FirstOrDefault(o => o.Name == meant);
    }

    /// <summary>The id of a structure; reports one that the case does not have.</summary>
    public static string IsStructure(this DelimitedRow row, string column, IReadOnlyList<Structure>? structures) =>
        row.Known(column, row.Text(column), KnownNames.Of(structures));
}
