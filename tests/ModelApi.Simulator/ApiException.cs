namespace ModelApi.Simulator;

/// <summary>A request that the server refuses, with OpenAI's words and code for it.</summary>
internal sealed class ApiException(int status, string message, string? code = null) : Exception(message)
{
    public int Status => status;

    public string? Code => code;
}
