using System.Globalization;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Folders;

/// <summary>Fields that several tables of a case have.</summary>
internal static class CaseFields
{
    /// <summary>A line number as a value of a phrase: without thousands spaces.</summary>
    public static string Line(int line) => line.ToString(CultureInfo.InvariantCulture);

    /// <summary>Takes an id that may stand only once in its column; reports the second with the line of the first.</summary>
    public static bool IsFirst(this DelimitedRow row, Dictionary<string, int> lines, string column, string id)
    {
        if (lines.TryAdd(id, row.Line)) return true;
        row.Error(new Phrase("case.duplicate", column, id, Line(lines[id])), new Phrase("case.duplicate.remedy"));
        return false;
    }

    /// <summary>An id that lists can name: not empty and without the signs that part lists.</summary>
    public static string Id(this DelimitedRow row, string column)
    {
        string id = row.Text(column);
        if (id.AsSpan().IndexOfAny('|', ';') >= 0) row.Error(new Phrase("case.id-in-list", column, id), new Phrase("case.id-in-list.remedy"));
        return id;
    }

    /// <summary>The id that a text means; reports it as an unknown value of the column where it means none, or several.</summary>
    public static string Known(this DelimitedRow row, string column, string text, KnownNames? known)
    {
        if (known is null || text.Length == 0) return text;
        if (row.Meant(column, text, known) is { } id) return id;
        row.Error(new Phrase("case.unknown-value", column, text), Spelling.Nearest(text, known.Ids) is { } near
            ? new Phrase("table.unknown-column.remedy", near)
            : new Phrase("case.one-of.remedy", string.Join(", ", known.Ids)));
        return text;
    }

    /// <summary>The id that a text means, with a note where it is not the id itself; null where it means none, or several.</summary>
    public static string? Meant(this DelimitedRow row, string column, string text, KnownNames known)
    {
        string? id = known.Find(text);
        if (id is not null && id != text) row.ReadAs(column, text, id);
        return id;
    }
}

/// <summary>
/// The ids that a field may hold, and the names that stand for them where only one has the name: people write names, in
/// small letters or with two spaces. Immutable.
/// </summary>
internal sealed class KnownNames
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> byName = new(StringComparer.Ordinal);

    /// <param name="known">Each with what it is called beside its id.</param>
    public KnownNames(params IEnumerable<(string Id, IEnumerable<string?> Names)> known)
    {
        (string Id, IEnumerable<string?> Names)[] all = [.. known];
        foreach ((string id, _) in all) ids.Add(id);
        // An id written otherwise goes before a name that another has.
        foreach ((string id, _) in all) Add(KeyOf(id), id);
        var own = byName.Keys.ToHashSet(StringComparer.Ordinal);
        foreach ((string id, IEnumerable<string?> names) in all)
        {
            foreach (string key in names.OfType<string>().Select(KeyOf).Where(k => k.Length > 0 && !own.Contains(k))) Add(key, id);
        }
    }

    /// <summary>The ids, in their order.</summary>
    public IEnumerable<string> Ids => ids;

    /// <summary>Sites by id and name, with or without the NAV before it.</summary>
    public static KnownNames? Of(IEnumerable<Located<ServiceSite>>? sites) => sites is null ? null
        : new KnownNames(sites.Select(s => (s.Value.Id, (IEnumerable<string?>)[s.Value.Name, s.Value.OtherNames])));

    /// <summary>Structures by id and their names in the users' languages.</summary>
    public static KnownNames? Of(IEnumerable<Structure>? structures) => structures is null ? null
        : new KnownNames(structures.Select(s => (s.Id, (IEnumerable<string?>)[s.Name.In(UserLanguage.Bokmaal), s.Name.In(UserLanguage.Nynorsk), s.Name.In(UserLanguage.English)])));

    /// <summary>The id itself, or the one that is called so; null where none is, or several.</summary>
    public string? Find(string text) => ids.Contains(text) ? text : byName.GetValueOrDefault(KeyOf(text));

    private void Add(string name, string id)
    {
        if (!byName.TryAdd(name, id) && byName[name] != id) byName[name] = null;
    }

    /// <summary>"NAV Gol" and "gol" are the same.</summary>
    private static string KeyOf(string text)
    {
        string key = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
        return key.StartsWith("NAV ", StringComparison.Ordinal) ? key[4..] : key;
    }
}
