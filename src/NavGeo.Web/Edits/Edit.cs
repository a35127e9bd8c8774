using System.Text.Json;
using System.Text.Json.Serialization;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Web.Situations;

namespace NavGeo.Web.Edits;

/// <summary>
/// One "what if" of a meeting, as a value: it names what it is about by id, number or position and holds no reference
/// into a case, so that it can be stored, sent, undone and applied to the same case again. Immutable.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ChooseStructure), "chooseStructure")]
[JsonDerivedType(typeof(SetSiteDays), "setSiteDays")]
[JsonDerivedType(typeof(MoveSite), "moveSite")]
[JsonDerivedType(typeof(GiveMunicipality), "giveMunicipality")]
[JsonDerivedType(typeof(MergeOffices), "mergeOffices")]
[JsonDerivedType(typeof(CloseRoad), "closeRoad")]
[JsonDerivedType(typeof(CloseStretch), "closeStretch")]
[JsonDerivedType(typeof(CloseAt), "closeAt")]
[JsonDerivedType(typeof(StopFerry), "stopFerry")]
[JsonDerivedType(typeof(SetFerryHeadway), "setFerryHeadway")]
[JsonDerivedType(typeof(SetWinter), "setWinter")]
[JsonDerivedType(typeof(AddLink), "addLink")]
public abstract record Edit
{
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

    /// <summary>Does it.</summary>
    /// <exception cref="NavGeo.Data.Input.InputException">It does not fit the case.</exception>
    public abstract void Apply(SituationDraft draft);
}
