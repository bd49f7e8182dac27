"""The regulations that the head of an institution issues (W3.3, W4.4, W11.2, P10.1), drafted from the facts of its site.

``kinds`` declares which regulations there are, as data with their legal source; ``facts`` is the registry in which every
package says what a text may be drafted from; ``text`` holds the words; ``composing`` makes chapters and articles of them.
"""
