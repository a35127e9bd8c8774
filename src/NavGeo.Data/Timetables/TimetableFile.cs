using NavGeo.Data.Entur;
using NavGeo.Data.Formats.Packed;
using NavGeo.Data.Gtfs;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Routing;
using NavGeo.Transit.Timetables;
using NavGeo.Transit.Walking;

namespace NavGeo.Data.Timetables;

/// <summary>
/// Timetables from files of any form that NavGeo reads: GTFS feeds and NeTEx sets of the Nordic profile, as archives, folders or
/// single files, and what <see cref="TimetablePack"/> wrote. Several are put together; the national stop register is one of them.
/// </summary>
public static class TimetableFile
{
    /// <summary>Reads timetables.</summary>
    /// <param name="files">The files.</param>
    /// <param name="findings">Takes what is wrong: what could not be used, by kind, with how much and where the first is.</param>
    /// <exception cref="InputException">A file cannot be read, or nothing runs by any of them.</exception>
    public static Timetable Open(IReadOnlyList<InputFile> files, Findings findings)
    {
        if (files is [var single] && IsPack(single)) return Unpacked(single);
        var builder = new TimetableBuilder();
        var netex = new NetexReader(builder, findings);
        string? sets = null;
        foreach (InputFile file in files)
        {
            if (IsPack(file))
            {
                AddPack(builder, file, findings);
                continue;
            }
            using var folder = new ZipFolder(file);
            if (GtfsReader.Is(folder)) GtfsReader.Read(folder, builder, findings);
            else if (NetexReader.Is(folder)) netex.Read(folder);
            else findings.Error(file.Path, null, new Phrase("timetable.unknown-kind"), new Phrase("timetable.unknown-kind.remedy"));
            if (!GtfsReader.Is(folder)) sets ??= file.Path;
        }
        findings.ThrowIfErrors();
        if (sets is not null) netex.Finish(sets);
        Check(builder, string.Join(", ", files.Select(f => f.Path)), findings);
        findings.ThrowIfErrors();
        return builder.Build();
    }

    private static bool IsPack(InputFile file) => !Directory.Exists(file.Path) && TimetablePack.Is(file.Begin(8));

    private static Timetable Unpacked(InputFile file)
    {
        try
        {
            return TimetablePack.Read(file.Bytes);
        }
        catch (InvalidDataException)
        {
            throw new InputException(file.Path, null, new Phrase("timetable.bad-pack"), new Phrase("timetable.bad-pack.remedy"));
        }
    }

    private static void AddPack(TimetableBuilder builder, InputFile file, Findings findings)
    {
        Timetable packed = Unpacked(file);
        if (TimetableClock.Take(builder, packed.Zone.Id, file.Path, null, findings)) builder.AddAll(packed);
        else findings.Warning(file.Path, null, new Phrase("timetable.other-zone", 1, packed.Zone.Id), new Phrase("timetable.other-zone.remedy"));
    }

    private static void Check(TimetableBuilder builder, string names, Findings findings)
    {
        if (builder.TripCount == 0)
        {
            findings.Error(names, null, new Phrase("timetable.nothing-runs"), new Phrase("timetable.nothing-runs.remedy"));
            return;
        }
        builder.PlaceKnown();
        foreach ((int stop, double metres) in builder.UnbelievableStops(StraightWalks.Metres))
        {
            (string id, GeoPoint? point) = builder.Stop(stop);
            findings.Warning(names, id, new Phrase("timetable.far-stop", id, point!.Value.Longitude, point.Value.Latitude, Math.Round(metres / 1000)), new Phrase("timetable.far-stop.remedy"));
            builder.Place(stop, null);
        }
        IReadOnlyList<int> lost = builder.LostStops();
        if (lost.Count == 0) return;
        string first = builder.Stop(lost[0]).Id;
        findings.Warning(names, first, new Phrase("timetable.lost-stops", lost.Count, first), new Phrase("timetable.lost-stops.remedy"));
    }
}
