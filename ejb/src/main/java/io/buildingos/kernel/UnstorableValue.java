package io.buildingos.kernel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A value of the right type that no row can hold; its message is meant for the client. */
public class UnstorableValue extends JsonMappingException {
    UnstorableValue(JsonParser parser, String rule) {
        super(parser, rule);
    }
}
