package perennial.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/** Describes what one route takes and answers. */
final class ApiBodies {
    private static final String JSON = "application/json";

    private final ApiSchemas schemas;
    private final HandlerMethod handler;

    ApiBodies(ApiSchemas schemas, HandlerMethod handler) {
        this.schemas = schemas;
        this.handler = handler;
    }

    void describe(Operation operation) {
        Arrays.stream(handler.getMethodParameters())
                .map(this::body)
                .filter(java.util.Objects::nonNull)
                .forEach(operation::setRequestBody);
        operation.setResponses(answers());
        if (operation.getParameters() == null) return;
        var words = ApiWords.parameters(handler.getMethod());
        operation.getParameters().forEach(each -> {
            if (words.containsKey(each.getName())) each.setDescription(words.get(each.getName()));
        });
    }

    static Content content(String mediaType, Schema<?> schema) {
        return new Content().addMediaType(mediaType, new MediaType().schema(schema));
    }

    private @Nullable RequestBody body(MethodParameter parameter) {
        var described = parameter.getParameterAnnotation(BodyOf.class);
        var read = parameter.getParameterAnnotation(org.springframework.web.bind.annotation.RequestBody.class);
        if (described == null && read == null) return null;
        var schema = schemas.of(described == null ? parameter.getGenericParameterType() : described.value());
        var content = new Content();
        for (var type : consumed()) content.addMediaType(type, new MediaType().schema(schema));
        return new RequestBody().content(content).required(read == null || read.required());
    }

    private List<String> consumed() {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping == null || mapping.consumes().length == 0 ? List.of(JSON) : List.of(mapping.consumes());
    }

    /** By the method's type and status or, where it has several, by its {@code @ApiResponse}s. */
    private ApiResponses answers() {
        var answers = new ApiResponses();
        var told = AnnotatedElementUtils.getMergedRepeatableAnnotations(
                handler.getMethod(), io.swagger.v3.oas.annotations.responses.ApiResponse.class);
        for (var one : told) {
            var answer = new ApiResponse().description(one.description());
            var body = one.useReturnTypeSchema() ? returned() : told(one);
            if (body != null) answer.content(content(JSON, schemas.of(body)));
            answers.addApiResponse(one.responseCode(), answer);
        }
        if (!told.isEmpty()) return answers;
        var status = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), ResponseStatus.class);
        var code = status == null ? HttpStatus.OK : status.code();
        var body = returned();
        var answer = new ApiResponse().description(code.getReasonPhrase());
        if (body != void.class) answer.content(content(JSON, schemas.of(body)));
        return answers.addApiResponse(String.valueOf(code.value()), answer);
    }

    private static @Nullable Type told(io.swagger.v3.oas.annotations.responses.ApiResponse one) {
        if (one.content().length == 0) return null;
        return one.content()[0].schema().implementation();
    }

    private Type returned() {
        var type = handler.getMethod().getGenericReturnType();
        if (type instanceof ParameterizedType generic && generic.getRawType() == ResponseEntity.class) {
            return generic.getActualTypeArguments()[0];
        }
        return type;
    }
}
