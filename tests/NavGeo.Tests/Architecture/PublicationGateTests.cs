using System.Reflection;
using NavGeo.Maps;
using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Tables;

namespace NavGeo.Tests.Architecture;

/// <summary>Writers take a <see cref="Publication"/>: what was counted before it was asked who sees it, no other project can hand them.</summary>
public sealed class PublicationGateTests
{
    private static readonly Type[] Counted =
        [typeof(Comparison), typeof(AccessStudy), typeof(StructureAccess), typeof(StructureChange), typeof(ChangeLedger), typeof(EditEffect), typeof(StructureReach)];

    /// <summary>Sources, settings and roads of a study: no people.</summary>
    private static readonly string[] WithoutPeople = ["Provenance.Of"];

    [Fact]
    public void Writers_take_nothing_counted_but_a_publication()
    {
        MethodBase[] writers =
        [
            .. ((Assembly[])[typeof(ComparisonTables).Assembly, typeof(Provenance).Assembly]).SelectMany(a => a.GetExportedTypes())
                .SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)).OfType<MethodBase>(),
        ];
        Assert.Contains(writers, w => w.GetParameters().Any(p => p.ParameterType == typeof(Publication)));
        Assert.Empty(writers.Where(w => w.GetParameters().Any(p => Counted.Contains(p.ParameterType)))
            .Select(w => $"{w.DeclaringType!.Name}.{w.Name}").Except(WithoutPeople));
    }
}
