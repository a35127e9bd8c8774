using System.Globalization;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Maps;

/// <summary>The first sheet of a workbook: where its figures come from.</summary>
public static class AboutTable
{
    /// <summary>Sources, licences, hashes and settings of a comparison, one a row.</summary>
    public static ResultTable Of(Publication publication, UserLanguage language)
    {
        Comparison comparison = publication.Comparison;
        Demand demand = publication.Case.Demand;
        Phrasebook book = Phrasebook.For(language);
        Provenance provenance = Provenance.Of(
            comparison.Study, comparison.Study.Case.Name.In(language), "none: tables without coordinates", [.. comparison.Structures.Select(s => s.Access.Structure)]).Under(comparison.Structures[0].Access.Rule);
        var table = new ResultTable("about", "about", "value");
        Row("columns.title", provenance.Title);
        Row("columns.date", provenance.Date);
        Row("columns.generator", "NavGeo " + Provenance.Version);
        foreach (ComparedStructure each in comparison.Structures) Row("columns.structure", $"{each.Access.Structure.Id}: {each.Access.Structure.Name.In(language)}");
        string edits = string.Join("; ", publication.Case.Edited.Select(book.Say));
        if (edits.Length > 0) Row("columns.edits", edits);
        if (comparison.Yardstick.Sentence is { } held) Row("columns.held_against", $"{book.Say(held)} {book.Say("columns.held-against-tables")}");
        if (demand.FewPlaces > 0) Row("columns.small", book.Say("columns.rounded", demand.LeastPeople, demand.FewPlaces));
        foreach (SourceReference source in provenance.Sources)
        {
            string text = source.In(language);
            Row("columns.source", source.Sha256 is null ? text : $"{text}, sha256 {source.Sha256}");
        }
        foreach ((string name, object value) in provenance.Parameters)
            table.Text(book.Say("columns.parameter", name)).Text(Convert.ToString(value, CultureInfo.InvariantCulture)).EndRow();
        return table;

        void Row(string key, string value) => table.Text(book.Say(key)).Text(value).EndRow();
    }
}
