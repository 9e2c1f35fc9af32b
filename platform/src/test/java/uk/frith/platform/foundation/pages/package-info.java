@org.jspecify.annotations.NullMarked
package uk.frith.platform.foundation.pages;
