<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests;

use DOMDocument;
use DOMElement;
use DOMXPath;

/** Opens pages and reads what they say before their scripts are there. */
trait ReadsFirstAnswer {
	private DOMXPath $page;

	private function open(string $path, string $uid): string {
		return $this->read($this->kernel->request('GET', "/index.php/apps/reseau/$path", $uid)->body);
	}

	/** Reads the first answer in a page; what is not well-formed fails. */
	private function read(string $html): string {
		$from = strpos($html, '<div id="reseau-first"');
		$to = strpos($html, '<div id="reseau" ');
		self::assertIsInt($from);
		self::assertIsInt($to);
		$first = substr($html, $from, $to - $from);
		$document = new DOMDocument();
		$before = libxml_use_internal_errors(true);
		$document->loadHTML('<?xml encoding="utf-8"?><!DOCTYPE html><html><body>' . $first . '</body></html>');
		// libxml knows no elements of HTML 5.
		$faults = array_filter(libxml_get_errors(), static fn (\LibXMLError $error): bool => $error->code !== 801);
		libxml_clear_errors();
		libxml_use_internal_errors($before);
		self::assertSame([], array_map(static fn (\LibXMLError $error): string => "$error->line: $error->message", array_values($faults)));
		$this->page = new DOMXPath($document);
		return $first;
	}

	/** @return list<DOMElement> */
	private function all(string $query): array {
		return iterator_to_array($this->page->query($query), false);
	}

	private function one(string $query): DOMElement {
		$found = $this->all($query);
		self::assertCount(1, $found, $query);
		return $found[0];
	}

	private function number(string $query): int {
		return count($this->all($query));
	}

	/** @return list<string> texts with single spaces */
	private function texts(string $query): array {
		return array_map(static fn (DOMElement $element): string => trim(preg_replace('/\s+/u', ' ', $element->textContent) ?? ''), $this->all($query));
	}

	/** @return list<string> */
	private function addresses(string $query): array {
		return array_map(static fn (DOMElement $link): string => $link->getAttribute('href'), $this->all($query));
	}
}
