using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;

namespace NavGeo.Maps.Report;

/// <summary>The answer in a few sentences: what each structure does, who loses most by it, and who reaches no site at all.</summary>
public sealed partial class ReportBuilder
{
    /// <summary>So many minutes longer must the way to one's own office be on average to be told.</summary>
    private const double OwnOfficeTold = 0.5;

    /// <summary>The answer of a case whose only structure is held against no other.</summary>
    private string Alone(ComparedStructure only)
    {
        AccessIndicators total = only.Access.Total;
        string within = page.Say(
            total.WithoutAccess > 0 ? "report.short-alone-without" : "report.short-alone", page.Percent(total.ShareWithin(Thirty)), page.Number((decimal?)total.MeanMinutes, 1),
            total.WithoutAccess);
        return $"**{NameOf(only.Access.Structure)}.** {Offices(only)} {within} {page.Texts.Say(ChangeSentences.Of(only.Ledger)[^1])}";
    }

    private string Offices(ComparedStructure compared) =>
        page.Say("report.short-offices", compared.Access.Structure.Offices.Count, compared.Access.Structure.OpenSites.Count);

    /// <summary>One point for the structures of which the same is to be said, and last one for those who reach no site.</summary>
    private IEnumerable<string> ShortAnswers()
    {
        foreach (IGrouping<string, ComparedStructure> same in Others.GroupBy(ShortWithoutOffices, StringComparer.Ordinal))
        {
            string[] offices = [.. same.Select(Offices)];
            string told = offices.Distinct(StringComparer.Ordinal).Count() == 1 ? offices[0]
                : string.Join(' ', same.Zip(offices, (s, o) => $"{s.Structure.Id}: {o}"));
            yield return $"**{string.Join("; ", same.Select(s => NameOf(s.Structure)))}.** {told} {same.Key}";
        }
        if (Without() is { } without) yield return without;
    }

    private string ShortWithoutOffices(ComparedStructure compared)
    {
        AccessIndicators was = comparison.Structures[0].Access.Total;
        AccessIndicators now = compared.Access.Total;
        (StructureAccess wasShared, StructureAccess nowShared) = compared.Change.Shared;
        string[] head = [.. ChangeSentences.Head(compared.Ledger).Select(s => page.Texts.Say(s))];
        foreach (string sentence in head) page.IsNew(sentence);
        if (compared.Ledger.Total.Affected == 0) return string.Join(' ', [.. head, .. Week(compared)]);
        string within = page.Say(
            comparison.Yardstick.IsToday ? "report.short-within" : "report.short-within-edited", page.Percent(now.ShareWithin(Thirty)), page.Percent(was.ShareWithin(Thirty)),
            page.Number((decimal?)nowShared.Total.MeanMinutes, 1), page.Number((decimal?)wasShared.Total.MeanMinutes, 1),
            planningCase.Baseline, Minutes(wasShared.Total.Longest), Minutes(nowShared.Total.Longest), comparison.Yardstick.Name);
        string[] whom = compared.Change.Total.IsOfAccess ? [page.Say("report.short-shared")] : [];
        return string.Join(' ', [.. head, .. LosesMost(compared), within, .. whom, .. Week(compared)]);
    }

    private string Minutes(NavGeo.Routing.TravelTime? time) => page.Number((decimal?)time?.Minutes, 1);

    /// <summary>The municipality that loses most, first of all access, then person-minutes; empty where nobody loses.</summary>
    private IEnumerable<string> LosesMost(ComparedStructure compared)
    {
        LedgerRow most = compared.Ledger.Municipalities.MaxBy(r => (r.Change.LoseAccess, r.HoursMore, -r.Municipality))!;
        if (most.Change.LoseAccess == 0 && most.Change.Lose == 0) yield break;
        (StructureAccess was, StructureAccess now) = compared.Change.Shared;
        double? before = was.ByMunicipality[most.Municipality].MeanMinutes, after = now.ByMunicipality[most.Municipality].MeanMinutes;
        string loses = page.Say(
            before is null || after is null ? "report.short-loses-every-way" : most.Change.LoseAccess > 0 ? "report.short-loses-access" : "report.short-loses", planningCase.Municipalities[most.Municipality].Name, most.Change.Lose, most.Change.People,
            MeanGoes(before, after), most.Change.LoseAccess);
        yield return LosesMostEach(compared, most.Municipality) is { } each ? $"{loses.TrimEnd('.')}; {each}" : loses;
        double? own = comparison.Study.Access(compared.Structure, AccessRule.OwnOffice).ByMunicipality[most.Municipality].MeanMinutes;
        if (own - now.ByMunicipality[most.Municipality].MeanMinutes >= OwnOfficeTold) yield return page.Say("report.short-own-office", page.Number((decimal?)own, 1));
    }

    /// <summary>The municipality whose mean grows most, where it is another than the one that loses most hours; null where few there get a longer way.</summary>
    private string? LosesMostEach(ComparedStructure compared, int told)
    {
        (StructureAccess was, StructureAccess now) = compared.Change.Shared;
        LedgerRow most = compared.Ledger.Municipalities.MaxBy(r => (Grown(r), -r.Municipality))!;
        if (most.Municipality == told || most.Change.Lose < Audience.UsualLeast || Grown(most) <= Grown(compared.Ledger.Municipalities.First(r => r.Municipality == told))) return null;
        return page.Say(
            "report.short-loses-each", planningCase.Municipalities[most.Municipality].Name, most.Change.Lose, most.Change.People,
            MeanGoes(was.ByMunicipality[most.Municipality].MeanMinutes, now.ByMunicipality[most.Municipality].MeanMinutes));

        double Grown(LedgerRow row) => now.ByMunicipality[row.Municipality].MeanMinutes - was.ByMunicipality[row.Municipality].MeanMinutes ?? 0;
    }

    /// <summary>From which mean to which; that it is almost unchanged where both read the same.</summary>
    private Phrase MeanGoes(double? before, double? after) => new(
        Phrasebook.ReadsSame(before, after, 1) ? "report.mean-stays" : "report.mean-goes", page.Number((decimal?)before, 1), page.Number((decimal?)after, 1));

    /// <summary>What meets who comes on any weekday, where some site is open a part of the week only; empty elsewhere.</summary>
    private IEnumerable<string> Week(ComparedStructure compared)
    {
        ComparedStructure today = comparison.Structures[0];
        if (compared.Rule != AccessRule.Nearest || (compared.Structure.IsOpenAllWeek && today.Structure.IsOpenAllWeek)) yield break;
        LedgerRow most = compared.Ledger.Municipalities.MaxBy(r => (r.FewerDays.People * (r.FewerDays.MeanBefore - r.FewerDays.MeanAfter), -r.Municipality))!;
        if (most.FewerDays.People >= Audience.UsualLeast)
        {
            yield return page.Say(
                "report.short-days", planningCase.Municipalities[most.Municipality].Name, most.FewerDays.People, most.Change.People,
                page.Number((decimal)most.FewerDays.MeanBefore, 1), page.Number((decimal)most.FewerDays.MeanAfter, 1));
        }
        // Over those who reach a site under both: else a model that cuts people off would look better.
        (StructureAccess was, StructureAccess now) = compared.ChangeOverTheWeek.Shared;
        yield return page.Say("report.short-week", page.Number((decimal?)now.Total.MeanMinutes, 1), page.Number((decimal?)was.Total.MeanMinutes, 1), planningCase.Baseline);
        if (compared.Structure.Offices.Any(o => o.AreWeekdaysAssumed)) yield return page.Say("report.short-week-assumed");
    }

    /// <summary>Who reaches no site today, for which reasons, and under which structures it is other people; null where everybody does.</summary>
    private string? Without()
    {
        StructureAccess today = comparison.Structures[0].Access;
        if (WithoutWay.Of(planningCase, today) is not { People: > 0 } without) return null;
        string[] others = [.. Others.Where(s => s.Access.Total.WithoutAccess != today.Total.WithoutAccess).Select(s => $"{s.Structure.Id}: {page.Whole(s.Access.Total.WithoutAccess)}")];
        string said = page.Say(
            comparison.Yardstick.IsToday ? "report.short-without" : "report.short-without-edited", without.People, others.Length == 0 ? "" : $" ({Listed(others)})", without.Said(page.Texts), page.Texts.Say(new PlaceLabels(planningCase).OfPlace(without.Largest).At),
            planningCase.Municipalities[planningCase.Demand.Municipalities[without.Largest]].Name, page.PeopleAt(planningCase.Demand, without.Largest), comparison.Yardstick.Name);
        return comparison.Study.MissesPassengerBoats ? $"{said} {page.Say("report.short-no-boats")}" : said;
    }
}
