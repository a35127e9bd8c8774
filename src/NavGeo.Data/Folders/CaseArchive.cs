using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Folders;

/// <summary>
/// A case in one file to send or to keep: a zip archive of its folder and of every file that it is built on, which then lie in
/// <c>files/</c>. What NavGeo itself carries (<c>norway:…</c>) is left out. It is read where it is unpacked: in NavGeo's own
/// folder, under the hash of the archive. An archive that a user made of a case folder is read as well.
/// </summary>
public static class CaseArchive
{
    /// <summary>An archive of more is none that NavGeo made.</summary>
    private const long MostBytes = 8L << 30;

    private const int MostFiles = 2000;

    /// <summary>Tables and road files shrink far less; what shrinks so much is there to fill the disk.</summary>
    private const long MostTimesPacked = 500;

    private const long SmallBytes = 1 << 20;
    private const string FilesFolder = "files";

    private static readonly JsonSerializerOptions Dress = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether a path is that of a package, by its ending.</summary>
    public static bool Is(string path) => string.Equals(Path.GetExtension(path), ".zip", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);

    /// <summary>Writes a case as a package, whole or not at all; the same case gives the same bytes.</summary>
    /// <param name="from">A case folder or workbook.</param>
    /// <param name="path">The archive (.zip); must not exist.</param>
    /// <param name="findings">Takes what is wrong with the case's settings.</param>
    /// <exception cref="InputException">There is no case, a file it names is missing, or the archive is there.</exception>
    public static void Pack(string from, string path, Findings findings)
    {
        if (!Is(path)) throw new InputException(path, null, new Phrase("package.name"), new Phrase("package.name.remedy"));
        if (File.Exists(path)) throw new InputException(path, null, new Phrase("workbook.exists"), new Phrase("workbook.exists.remedy"));
        if (CaseWorkbook.Is(from))
        {
            DirectoryInfo made = Directory.CreateTempSubdirectory("navgeo-");
            try
            {
                string folder = Path.Combine(made.FullName, Path.GetFileNameWithoutExtension(from));
                CaseCarrier.ToFolder(from, folder, findings);
                PackFolder(folder, path, findings);
            }
            finally
            {
                made.Delete(recursive: true);
            }
            return;
        }
        PackFolder(from, path, findings);
    }

    /// <summary>The folder that a path of a case means: itself, or where a package lies unpacked.</summary>
    /// <exception cref="InputException">The package is missing, damaged, or holds no case.</exception>
    public static string Opened(string path)
    {
        if (!Is(path) || !File.Exists(path)) return path;
        string hash;
        using (FileStream stream = File.OpenRead(path)) hash = Convert.ToHexStringLower(SHA256.HashData(stream))[..16];
        string folder = Path.Combine(OwnFolder.Path, "packages", hash, Path.GetFileNameWithoutExtension(path));
        try
        {
            if (!Directory.Exists(folder)) Unpack(path, folder);
        }
        catch (Exception e) when (e is not InputException && Directory.Exists(folder))
        {
            // Another run unpacked it meanwhile.
        }
        return folder;
    }

    /// <summary>Writes a package as a folder, whole or not at all.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="folder">Must not exist.</param>
    /// <exception cref="InputException">The archive is damaged, or holds no case.</exception>
    public static void Unpack(string path, string folder)
    {
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(path);
            string top = TopOf(archive, path);
            ZipArchiveEntry[] files = [.. archive.Entries.Where(e => e.Name.Length > 0 && e.FullName.StartsWith(top, StringComparison.Ordinal))];
            // Where a file comes to lie is judged by its name, never by where the name would lead.
            if (files.Length > MostFiles || files.Sum(f => f.Length) > MostBytes || files.Any(f => !IsInside(f.FullName[top.Length..]) || IsBomb(f))) throw Refused(path, "package.strange");
            AtomicFolder.Write(folder, made =>
            {
                foreach (ZipArchiveEntry file in files) Extract(file, Path.Combine(made, file.FullName[top.Length..].Replace('/', Path.DirectorySeparatorChar)), path);
            });
        }
        catch (InvalidDataException)
        {
            throw Refused(path, "package.damaged");
        }
    }

    /// <summary>The folder in the archive that the case lies in, with its slash; empty where it lies outermost.</summary>
    private static string TopOf(ZipArchive archive, string path)
    {
        string[] cases = [.. archive.Entries.Where(e => e.Name == CaseFolder.SettingsName && e.FullName.Count(c => c == '/') <= 1).Select(e => e.FullName[..^e.Name.Length])];
        return cases.Contains("") ? "" : cases.Length == 1 ? cases[0] : throw Refused(path, "package.no-case");
    }

    private static bool IsBomb(ZipArchiveEntry file) => file.Length > SmallBytes && file.Length / MostTimesPacked > file.CompressedLength;

    private static bool IsInside(string name) => name.Split('/').All(part => part.Length > 0 && part is not ("." or "..") && part.IndexOfAny(['\\', ':', '\0']) < 0);

    private static void Extract(ZipArchiveEntry entry, string to, string package)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        using Stream from = entry.Open();
        using FileStream target = File.Create(to);
        var piece = new byte[1 << 16];
        long left = entry.Length;
        // A file that is more than its archive says would never end.
        for (int read; (read = from.Read(piece)) > 0; target.Write(piece, 0, read))
        {
            left -= read;
            if (left < 0) throw Refused(package, "package.strange");
        }
        if (left > 0) throw Refused(package, "package.damaged");
    }

    private static void PackFolder(string folder, string path, Findings findings)
    {
        var input = new CaseFolder(folder, findings, new InputFiles());
        input.ReadSettings();
        findings.ThrowIfErrors();
        (byte[] settings, IReadOnlyList<(string Name, InputFile File)> outside) = Settled(input);
        AtomicFile.Write(path, target =>
        {
            using var draft = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
            using (var archive = new ZipArchive(draft, ZipArchiveMode.Create, leaveOpen: true))
            {
                Put(archive, CaseFolder.SettingsName, new MemoryStream(settings));
                foreach (string file in Directory.GetFiles(folder).Where(f => Path.GetFileName(f) != CaseFolder.SettingsName)) Put(archive, Path.GetFileName(file), File.OpenRead(file));
                foreach ((string name, InputFile file) in outside) Put(archive, name, file.OpenRead());
            }
            FixedArchive.Copy(draft, target);
        });
    }

    private static void Put(ZipArchive archive, string name, Stream content)
    {
        using (content)
        using (Stream entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open())
            content.CopyTo(entry);
    }

    /// <summary>The settings with every file named where it lies in the package, and those files.</summary>
    private static (byte[] Settings, IReadOnlyList<(string Name, InputFile File)> Outside) Settled(CaseFolder input)
    {
        byte[] written = input.Find(CaseFolder.SettingsName)!.Bytes;
        string home = Path.GetFullPath(input.Path);
        var outside = new Dictionary<string, (string Name, InputFile File)>(StringComparer.Ordinal);
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, CaseFile file) in input.Settings.Files)
        {
            string at = file.File.Path;
            if (CarriedFile.IsPath(at) || Path.GetDirectoryName(at) == home) continue;
            if (!outside.TryGetValue(at, out (string Name, InputFile File) known))
            {
                string name = $"{FilesFolder}/{file.File.Name}";
                for (int i = 2; outside.Values.Any(o => o.Name == name); i++) name = FormattableString.Invariant($"{FilesFolder}/{i}-{file.File.Name}");
                outside[at] = known = (name, file.File);
            }
            named[key] = known.Name;
        }
        if (named.Count == 0) return (written, []);
        JsonNode settings = JsonNode.Parse(written, null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        foreach ((string key, string name) in named) settings["files"]![key]!["path"] = name;
        return (System.Text.Encoding.UTF8.GetBytes(settings.ToJsonString(Dress) + "\n"), [.. outside.Values]);
    }

    private static InputException Refused(string path, string key) => new(path, null, new Phrase(key), new Phrase(key + ".remedy"));
}
