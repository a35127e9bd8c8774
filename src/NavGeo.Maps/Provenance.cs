using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Routing.Speeds;

namespace NavGeo.Maps;

/// <summary>
/// What every file NavGeo writes says about itself: title, sources with licence, date and hash, coordinates, settings
/// and version. GeoJSON carries it as the member <c>navgeo</c>, a sheet as <c>metadata</c>; both hold the same JSON.
/// </summary>
public sealed record Provenance
{
    /// <summary>What the file shows.</summary>
    public required string Title { get; init; }

    /// <summary>Id of the case; null where there is none.</summary>
    public required string? Case { get; init; }

    /// <summary>What the case is "as of".</summary>
    public required string Date { get; init; }

    /// <summary>
    /// The first day of what <see cref="Date"/> names (a day, a month or a year), for formats that want a time of making;
    /// 1 January 2000 where it names none.
    /// </summary>
    public DateOnly Day
    {
        get
        {
            foreach (string format in (string[])["yyyy-MM-dd", "yyyy-MM", "yyyy"])
            {
                if (DateOnly.TryParseExact(Date, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
            }
            return new DateOnly(2000, 1, 1);
        }
    }

    /// <summary>The year of the municipality codes; null where there are none.</summary>
    public required int? CodeYear { get; init; }

    /// <summary>The coordinates of the file, in words.</summary>
    public required string Crs { get; init; }

    /// <summary>Everything the figures come from.</summary>
    public required IReadOnlyList<SourceReference> Sources { get; init; }

    /// <summary>Settings by name, in a fixed order: texts, numbers and flags.</summary>
    public required IReadOnlyList<KeyValuePair<string, object>> Parameters { get; init; }

    /// <summary>The version of NavGeo that wrote the file.</summary>
    public static string Version { get; } = typeof(Provenance).Assembly.GetName().Version!.ToString(3);

    /// <summary>For what is shown of a structure in a case; the travel profile's settings and the edits of the roads become its parameters.</summary>
    public static Provenance Of(AccessStudy study, string title, string crs, params ReadOnlySpan<Structure> structures)
    {
        PlanningCase planningCase = study.Case;
        var parameters = new List<KeyValuePair<string, object>>();
        foreach (Structure structure in structures) parameters.Add(new("structure", structure.Id));
        if (structures.Length > 1) parameters = [new("structures", string.Join(' ', parameters.Select(p => p.Value)))];
        parameters.AddRange(ProfileSettings.Of(planningCase.Profile));
        parameters.AddRange(study.Scenario.Edits.Select((edit, i) => KeyValuePair.Create(
            string.Create(CultureInfo.InvariantCulture, $"edit_{i + 1}"), (object)edit.ToString())));
        if (planningCase.Demand.LeastPeople > 0) parameters.Add(new("least_people", planningCase.Demand.LeastPeople));
        return new Provenance
        {
            Title = title,
            Case = planningCase.Id,
            Date = planningCase.Date,
            CodeYear = planningCase.CodeYear,
            Crs = crs,
            Sources = planningCase.Sources,
            Parameters = parameters,
        };
    }

    /// <summary>The same with one parameter more at the end.</summary>
    public Provenance With(string parameter, object value) => this with { Parameters = [.. Parameters, new(parameter, value)] };

    /// <summary>The same, saying which sites people were sent to where that is not the nearest open one.</summary>
    public Provenance Under(AccessRule rule) => rule == AccessRule.Nearest ? this : With("access_rule", rule.Name);

    /// <summary>The same, saying what a structure is held against, and what that is where it is not what people have today.</summary>
    internal Provenance Against(StructureAccess from, AccessStudy study)
    {
        Provenance against = With("compared_with", from.Structure.Id);
        return Yardstick.Of(study) is { IsToday: false } yardstick ? against.With("held_against", yardstick.InFiles) : against;
    }

    /// <summary>Writes it as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("title", Title);
        if (Case is not null) json.WriteString("case", Case);
        json.WriteString("date", Date);
        if (CodeYear is { } year) json.WriteNumber("municipality_code_year", year);
        json.WriteString("crs", Crs);
        json.WriteString("generator", $"NavGeo {Version}");
        json.WriteStartArray("sources");
        foreach (SourceReference source in Sources)
        {
            json.WriteStartObject();
            json.WriteString("title", source.Title);
            json.WriteString("licence", source.Licence);
            json.WriteString("date", source.Date);
            if (source.File is not null) json.WriteString("file", Path.GetFileName(source.File));
            if (source.Sha256 is not null) json.WriteString("sha256", source.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("parameters");
        foreach ((string name, object value) in Parameters)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value, value.GetType());
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The JSON object as text, indented.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options)) WriteTo(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static JsonWriterOptions Options => new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
