using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace NavGeo.EndToEnd;

/// <summary>
/// Counts how often each file of a folder is opened, by whatever process and library: the kernel tells (inotify). Of Linux
/// only. Folders within the folder are not watched.
/// </summary>
internal sealed class OpenCount : IDisposable
{
    private const int NonBlocking = 0x800;
    private const uint Opened = 0x20, Folder = 0x4000_0000, Overflow = 0x4000;
    private const int HeaderBytes = 16;

    private readonly SafeFileHandle watch;

    public OpenCount(params IEnumerable<string> folders)
    {
        watch = Begin(NonBlocking);
        Assert.False(watch.IsInvalid, "inotify");
        foreach (string folder in folders) Assert.True(Add(watch, Encoding.UTF8.GetBytes(folder + "\0"), Opened) >= 0, folder);
    }

    /// <summary>Times each file was opened since the last time this was asked.</summary>
    public IReadOnlyDictionary<string, int> Take()
    {
        var times = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var buffer = new byte[1 << 16];
        nint read;
        while ((read = Read(watch, buffer, (nuint)buffer.Length)) > 0)
        {
            for (int at = 0; at < read;)
            {
                ReadOnlySpan<byte> happened = buffer.AsSpan(at);
                uint kind = BinaryPrimitives.ReadUInt32LittleEndian(happened[4..]);
                int nameBytes = BinaryPrimitives.ReadInt32LittleEndian(happened[12..]);
                Assert.Equal(0u, kind & Overflow);
                string name = Encoding.UTF8.GetString(happened.Slice(HeaderBytes, nameBytes)).TrimEnd('\0');
                if ((kind & Folder) == 0 && name.Length > 0) times[name] = times.GetValueOrDefault(name) + 1;
                at += HeaderBytes + nameBytes;
            }
        }
        return times;
    }

    public void Dispose() => watch.Dispose();

    [DllImport("libc", EntryPoint = "inotify_init1")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle Begin(int flags);

    [DllImport("libc", EntryPoint = "inotify_add_watch")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Add(SafeFileHandle watch, byte[] path, uint kinds);

    [DllImport("libc", EntryPoint = "read")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Read(SafeFileHandle watch, byte[] buffer, nuint count);
}
