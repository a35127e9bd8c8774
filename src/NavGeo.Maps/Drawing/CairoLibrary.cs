using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;

namespace NavGeo.Maps.Drawing;

/// <summary>
/// The functions of libcairo (1.16 and later) that sheets need. The library is looked for once under the names it has
/// on each system; where it is missing nothing here may be called.
/// </summary>
[SuppressMessage("Performance", "SYSLIB1054", Justification = "Generated marshalling would need unsafe code, which this house leaves out.")]
[SuppressMessage("Style", "IDE1006", Justification = "The functions keep the names of the library.")]
internal static class CairoLibrary
{
    private const string Name = "cairo";
    private static readonly string[] Files = ["libcairo.so.2", "libcairo.2.dylib", "/opt/homebrew/lib/libcairo.2.dylib", "libcairo-2.dll", "cairo.dll"];
    private static readonly Lazy<IntPtr> Handle = new(Find);

    static CairoLibrary() => NativeLibrary.SetDllImportResolver(
        Assembly.GetExecutingAssembly(), (name, _, _) => name == Name ? Handle.Value : IntPtr.Zero);

    /// <summary>What the library calls to hand over bytes; 0 for success.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int WriteBytes(IntPtr closure, IntPtr data, uint length);

    /// <summary>Whether the library is there.</summary>
    public static bool IsThere => Handle.Value != IntPtr.Zero;

    private static IntPtr Find()
    {
        foreach (string file in Files)
        {
            if (NativeLibrary.TryLoad(file, out IntPtr handle)) return handle;
        }
        return IntPtr.Zero;
    }

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern IntPtr cairo_image_surface_create(int format, int width, int height);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern IntPtr cairo_pdf_surface_create_for_stream(WriteBytes write, IntPtr closure, double width, double height);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_pdf_surface_set_metadata(IntPtr surface, int kind, byte[] utf8);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int cairo_surface_write_to_png_stream(IntPtr surface, WriteBytes write, IntPtr closure);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_surface_finish(IntPtr surface);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int cairo_surface_status(IntPtr surface);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_surface_destroy(IntPtr surface);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern IntPtr cairo_create(IntPtr surface);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int cairo_status(IntPtr context);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_destroy(IntPtr context);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_save(IntPtr context);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_restore(IntPtr context);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_scale(IntPtr context, double x, double y);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_rotate(IntPtr context, double angle);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_translate(IntPtr context, double x, double y);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_move_to(IntPtr context, double x, double y);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_line_to(IntPtr context, double x, double y);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_close_path(IntPtr context);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_new_path(IntPtr context);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_new_sub_path(IntPtr context);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_arc(IntPtr context, double x, double y, double radius, double from, double to);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_rectangle(IntPtr context, double x, double y, double width, double height);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_set_source_rgba(IntPtr context, double red, double green, double blue, double alpha);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_set_fill_rule(IntPtr context, int rule);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_set_line_width(IntPtr context, double width);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_set_line_cap(IntPtr context, int cap);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_set_line_join(IntPtr context, int join);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_set_dash(IntPtr context, double[] dashes, int count, double offset);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_fill(IntPtr context);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_fill_preserve(IntPtr context);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_stroke(IntPtr context);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_stroke_preserve(IntPtr context);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_clip(IntPtr context);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_clip_extents(IntPtr context, out double left, out double top, out double right, out double bottom);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_select_font_face(IntPtr context, byte[] family, int slant, int weight);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_set_font_size(IntPtr context, double size);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_text_extents(IntPtr context, byte[] utf8, double[] sixNumbers);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_show_text(IntPtr context, byte[] utf8);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_text_path(IntPtr context, byte[] utf8);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern IntPtr cairo_font_options_create();

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_font_options_set_hint_style(IntPtr options, int style);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_font_options_set_hint_metrics(IntPtr options, int metrics);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_font_options_set_antialias(IntPtr options, int antialias);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_set_font_options(IntPtr context, IntPtr options);

    [DllImport(Name, CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cairo_font_options_destroy(IntPtr options);
}
