using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;

namespace NavGeo.Planning.Edits;

/// <summary>
/// One "what if", as a value: it names what it is about by id, number or position and holds no reference into a case, so
/// that it can be written, sent, undone and applied to the same case again. The set is closed: command, meeting, scenario
/// file and page speak it, and each kind says in one place how it is read, what it does and what it is called. Immutable.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ChooseStructure), "chooseStructure")]
[JsonDerivedType(typeof(SetSiteDays), "setSiteDays")]
[JsonDerivedType(typeof(MoveSite), "moveSite")]
[JsonDerivedType(typeof(AddSite), "addSite")]
[JsonDerivedType(typeof(GiveMunicipality), "giveMunicipality")]
[JsonDerivedType(typeof(MergeOffices), "mergeOffices")]
[JsonDerivedType(typeof(CloseRoad), "closeRoad")]
[JsonDerivedType(typeof(CloseStretch), "closeStretch")]
[JsonDerivedType(typeof(CloseArea), "closeArea")]
[JsonDerivedType(typeof(CloseAt), "closeAt")]
[JsonDerivedType(typeof(SetSpeed), "setSpeed")]
[JsonDerivedType(typeof(StopFerry), "stopFerry")]
[JsonDerivedType(typeof(SetFerryHeadway), "setFerryHeadway")]
[JsonDerivedType(typeof(SetFerryWait), "setFerryWait")]
[JsonDerivedType(typeof(SetWinter), "setWinter")]
[JsonDerivedType(typeof(AddLink), "addLink")]
[JsonDerivedType(typeof(TakeOutDeparture), "takeOutDeparture")]
[JsonDerivedType(typeof(MoveDeparture), "moveDeparture")]
[JsonDerivedType(typeof(SetSiteHours), "setSiteHours")]
public abstract record Edit
{
    private static readonly Dictionary<Type, string> Kinds = typeof(Edit).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(kind => kind.DerivedType, kind => (string)kind.TypeDiscriminator!);

    private protected Edit()
    {
    }

    /// <summary>How edits are written: in the store, in scenario files and on the wire.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowOutOfOrderMetadataProperties = true,
    };

    /// <summary>What it does, in a sentence; names are those of the case as it was read.</summary>
    public abstract Phrase Describe(PlanningCase original);

    /// <summary>The same, looked up once a case.</summary>
    public Phrase Sentence(PlanningCase original) => EditMemory.Of(original).Sentence(this);

    /// <summary>What it is called, done or not: "Rv 7 closed between Gol and Ål". Short, for lists of edits and for proposals.</summary>
    public Phrase Title(PlanningCase original) => EditWords.TitleOf(Sentence(original));

    /// <summary>What tells its kind from the others where edits are written.</summary>
    public static string KindOf(Edit edit) => Kinds[edit.GetType()];

    /// <summary>Whether it says anew what an earlier edit said, which then counts no more.</summary>
    public bool Replaces(Edit earlier) => (this, earlier) switch
    {
        (ChooseStructure, ChooseStructure) or (SetWinter, SetWinter) or (SetFerryWait, SetFerryWait) => true,
        (SetSiteDays now, SetSiteDays before) => (now.Structure, now.Site) == (before.Structure, before.Site),
        (MoveSite now, MoveSite before) => now.Site == before.Site,
        (SetSiteHours now, SetSiteHours before) => (now.Structure, now.Site) == (before.Structure, before.Site),
        _ => false,
    };

    /// <summary>An edit as the command's option of that name takes it.</summary>
    /// <param name="option"><c>--close</c>, <c>--close-to-all</c>, <c>--close-at</c>, <c>--speed</c>, <c>--no-ferry</c>, <c>--headway</c> or <c>--ferry-wait</c>.</param>
    /// <param name="text">What the user wrote.</param>
    /// <exception cref="InputException">It cannot be read; the finding names the option.</exception>
    public static Edit Parse(string option, string text)
    {
        try
        {
            return option switch
            {
                "--close" => CloseRoad.Parse(text, isToAll: false),
                "--close-to-all" => CloseRoad.Parse(text, isToAll: true),
                "--close-at" => CloseAt.Parse(text),
                "--speed" => SetSpeed.Parse(text),
                "--no-ferry" => new StopFerry(text),
                "--headway" => SetFerryHeadway.Parse(text),
                "--ferry-wait" => new SetFerryWait(text),
                _ => throw new ArgumentException($"no edit is read from {option}", nameof(option)),
            };
        }
        catch (InputException wrong)
        {
            throw EditFault.At(wrong, option, null);
        }
    }

    /// <summary>Does it.</summary>
    /// <exception cref="InputException">It does not fit the case.</exception>
    internal abstract void Apply(EditDraft draft);
}
