using System.Runtime.InteropServices;

namespace BotApi.Simulator;

/// <summary>TDLib's one synchronous function. The library stays loaded: TDLib's threads do not survive unloading.</summary>
internal sealed class TdJsonLibrary
{
    private readonly ExecuteFunction execute;

    public TdJsonLibrary(string path)
    {
        var handle = NativeLibrary.Load(path);
        execute = Marshal.GetDelegateForFunctionPointer<ExecuteFunction>(NativeLibrary.GetExport(handle, "td_execute"));
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint ExecuteFunction([MarshalAs(UnmanagedType.LPUTF8Str)] string request);

    /// <summary>Runs a synchronous request, JSON in and out.</summary>
    public string Execute(string request)
    {
        // The answer belongs to TDLib and lives until this thread's next call.
        var answer = execute(request);
        return Marshal.PtrToStringUTF8(answer) ?? throw new InvalidOperationException("TDLib gave no answer.");
    }
}
