using System.Text;
using NavGeo.Planning.Language;

namespace NavGeo.Data;

/// <summary>
/// Writes a file so that it is either whole or not there: into a temporary file beside it, then renamed over it.
/// </summary>
public static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Hands <paramref name="write"/> a stream; the file appears when it returns and stays away when it throws.</summary>
    public static void Write(string path, Action<Stream> write) => WriteAt(path, temporary =>
    {
        using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        write(stream);
        stream.Flush(flushToDisk: true);
    });

    /// <summary>
    /// Hands <paramref name="write"/> the path of a file that does not exist yet, for writers that want one and not a
    /// stream; what they leave there is moved to <paramref name="path"/> when they return and deleted when they throw.
    /// </summary>
    /// <exception cref="UnwritableException">The system does not let the file be written.</exception>
    public static void WriteAt(string path, Action<string> write)
    {
        string full = Path.GetFullPath(path);
        string temporary = full + ".tmp";
        bool isBegun = false;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.Delete(temporary);
            isBegun = true;
            write(temporary);
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception cause)
        {
            if (isBegun && File.Exists(temporary)) File.Delete(temporary);
            if (cause is UnauthorizedAccessException or (IOException and not UnwritableException)) throw new UnwritableException(path, cause);
            throw;
        }
    }

    /// <summary>Writes text as UTF-8 without a byte-order mark.</summary>
    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(Utf8.GetBytes(text)));
}

/// <summary>Writes a folder so that it is either whole or not there: under another name beside it, then renamed.</summary>
public static class AtomicFolder
{
    /// <summary>Hands <paramref name="write"/> an empty folder; it gets its name when that returns and is deleted when it throws.</summary>
    /// <exception cref="InputException">There is a file or a folder of that name.</exception>
    /// <exception cref="UnwritableException">The system does not let it be written.</exception>
    public static void Write(string folder, Action<string> write)
    {
        if (Directory.Exists(folder) || File.Exists(folder))
            throw new InputException(folder, null, new Phrase("case.new.exists"), new Phrase("case.new.exists.remedy"));
        string temporary = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + ".tmp";
        try
        {
            Directory.CreateDirectory(temporary);
            write(temporary);
            Directory.Move(temporary, folder);
        }
        catch (Exception cause)
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
            if (cause is UnauthorizedAccessException or (IOException and not UnwritableException)) throw new UnwritableException(folder, cause);
            throw;
        }
    }
}

/// <summary>A file could not be written; nothing of it is left behind.</summary>
public sealed class UnwritableException : IOException
{
    /// <param name="path">The file that was to be written.</param>
    /// <param name="cause">What the system said.</param>
    public UnwritableException(string path, Exception cause)
        : base(cause.Message, cause) => Path = path;

    /// <summary>The file that was to be written, as the user named it.</summary>
    public string Path { get; }
}
