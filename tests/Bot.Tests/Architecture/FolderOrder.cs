using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bot.Tests.Architecture;

/// <summary>Reads from a compiled assembly which of its folders (second part of the namespace) uses which.</summary>
internal static class FolderOrder
{
    /// <summary>Uses that go against the order: a folder may use only itself and those before it.</summary>
    public static IReadOnlyList<string> Violations(string assembly, IReadOnlyList<string> order)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return
        [
            .. module.GetTypes().SelectMany(type => UsedBy(type).Select(used => (From: Folder(type), To: Folder(used), Type: type.FullName, Used: used.FullName)))
                .Where(use => use.From is not null && use.To is not null && use.From != use.To)
                .Where(use => Place(order, use.To!) > Place(order, use.From!))
                .Select(use => $"{use.Type} uses {use.Used}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    public static IReadOnlyCollection<string> Folders(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return [.. module.GetTypes().Select(Folder).OfType<string>().Distinct()];
    }

    private static int Place(IReadOnlyList<string> order, string folder) => order.ToList().IndexOf(folder);

    private static string? Folder(TypeReference type)
    {
        while (type.DeclaringType is not null) type = type.DeclaringType;
        return type.Namespace.Split('.') is ["Bot", var folder, ..] && type.Scope is ModuleDefinition or null ? folder : null;
    }

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type)
    {
        var used = new List<TypeReference?> { type.BaseType };
        used.AddRange(type.Interfaces.Select(implemented => implemented.InterfaceType));
        used.AddRange(type.Fields.Select(field => field.FieldType));
        used.AddRange(type.CustomAttributes.Select(attribute => attribute.AttributeType));
        foreach (var method in type.Methods)
        {
            used.Add(method.ReturnType);
            used.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            if (!method.HasBody) continue;
            used.AddRange(method.Body.Variables.Select(variable => variable.VariableType));
            used.AddRange(method.Body.Instructions.SelectMany(Operands));
        }
        return used.OfType<TypeReference>().SelectMany(Parts);
    }

    private static IEnumerable<TypeReference?> Operands(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };
}
