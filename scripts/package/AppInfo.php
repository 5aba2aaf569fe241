<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Scripts\Package;

use DOMDocument;
use DOMElement;

/** What the app store wants of appinfo/info.xml, in our own words. */
final class AppInfo {
	private const ANY = PHP_INT_MAX;

	/** Elements in their order: how many at least, at most. */
	private const ELEMENTS = [
		'id' => [1, 1], 'name' => [1, self::ANY], 'summary' => [1, self::ANY], 'description' => [1, self::ANY], 'version' => [1, 1],
		'licence' => [1, self::ANY], 'author' => [1, self::ANY], 'namespace' => [0, 1], 'types' => [0, 1], 'documentation' => [0, 1],
		'category' => [1, self::ANY], 'website' => [0, 1], 'discussion' => [0, 1], 'bugs' => [1, 1], 'repository' => [0, 1],
		'screenshot' => [0, 10], 'donation' => [0, 10], 'dependencies' => [1, 1], 'background-jobs' => [0, 1], 'repair-steps' => [0, 1],
		'two-factor-providers' => [0, 1], 'commands' => [0, 1], 'settings' => [0, 1], 'activity' => [0, 1], 'dashboard' => [0, 1],
		'fulltextsearch' => [0, 1], 'navigations' => [0, 1], 'contactsmenu' => [0, 1], 'collaboration' => [0, 1], 'openmetrics' => [0, 1],
		'sabre' => [0, 1], 'trash' => [0, 1], 'versions' => [0, 1], 'external-app' => [0, 1],
	];

	/** The elements that each element may contain, in this order; an element that is missing here contains none. */
	private const INSIDE = [
		'documentation' => ['user', 'admin', 'developer'],
		'dependencies' => ['php', 'database', 'command', 'lib', 'owncloud', 'nextcloud', 'architecture', 'backend'],
		'background-jobs' => ['job'],
		'repair-steps' => ['pre-migration', 'post-migration', 'live-migration', 'install', 'uninstall'],
		'pre-migration' => ['step'], 'post-migration' => ['step'], 'live-migration' => ['step'], 'install' => ['step'], 'uninstall' => ['step'],
		'two-factor-providers' => ['provider'],
		'commands' => ['command'],
		'settings' => ['admin', 'admin-section', 'personal', 'personal-section', 'admin-delegation', 'admin-delegation-section', 'setting'],
		'activity' => ['settings', 'filters', 'providers'], 'filters' => ['filter'], 'providers' => ['provider'],
		'dashboard' => ['widget'],
		'navigations' => ['navigation'],
		'navigation' => ['id', 'name', 'route', 'icon', 'order', 'type'],
		'contactsmenu' => ['provider'],
	];

	private const URL = '~^https?://.+~';
	private const SECURE = '~^https://.+~';
	private const VERSION = '/^\d+(\.\d+){0,2}$/D';

	/** What a text looks like. */
	private const TEXTS = [
		'/info/id' => '/^[a-z][a-z0-9_]*[a-z0-9]$/D',
		'/info/name' => '/^.{1,128}$/Dus',
		'/info/summary' => '/^.{1,128}$/Dus',
		'/info/description' => '/\S/',
		'/info/version' => '/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/D',
		'/info/licence' => '/^AGPL-3\.0-or-later$/D',
		'/info/author' => '/^.{1,256}$/Dus',
		'/info/author/@mail' => '/^[^@]+@[^.]+\..+$/D',
		'/info/namespace' => '/^[A-Z]\w*$/D',
		'/info/category' => '/^(dashboard|security|customization|files|integration|monitoring|multimedia|office|organization|social|tools|games|search|workflow|ai)$/D',
		'/info/website' => self::URL,
		'/info/discussion' => self::URL,
		'/info/bugs' => self::URL,
		'/info/repository' => self::URL,
		'/info/screenshot' => self::SECURE,
		'/info/screenshot/@small-thumbnail' => self::SECURE,
		'/info/documentation/*' => self::SECURE,
		'/info/dependencies/database' => '/^(sqlite|mysql|pgsql)$/D',
		'/info/dependencies/*/@min-version' => self::VERSION,
		'/info/dependencies/*/@max-version' => self::VERSION,
		'/info/navigations/navigation/name' => '/\S/',
		'/info/navigations/navigation/route' => '/^\w+(\.\w+){2}$/D',
		'/info/navigations/navigation/order' => '/^-?\d+$/D',
		'/info/navigations/navigation/type' => '/^(link|settings)$/D',
	];

	/** Elements that may occur once only, by their language or text. */
	private const ONCE = ['name', 'summary', 'description', 'licence', 'category', 'dependencies/database'];

	/** @return list<string> what the store would refuse, each as a sentence */
	public static function faults(string $xml): array {
		libxml_use_internal_errors(true);
		$document = new DOMDocument();
		if (!$document->loadXML($xml) || $document->documentElement?->tagName !== 'info') {
			return ['is no XML with <info>'];
		}
		$info = $document->documentElement;
		$query = new \DOMXPath($document);
		$faults = self::order($info, array_keys(self::ELEMENTS));
		foreach (self::ELEMENTS as $name => [$least, $most]) {
			$count = $query->query($name, $info)->length;
			if ($count < $least || $count > $most) {
				$faults[] = $count < $least ? "<$name> is missing" : "<$name> is there $count times";
			}
		}
		foreach (self::TEXTS as $path => $pattern) {
			foreach ($query->query($path) as $node) {
				if (preg_match($pattern, $node->nodeValue) !== 1 || ($path !== '/info/description' && mb_strlen($node->nodeValue) > 256)) {
					$faults[] = "$path cannot be “{$node->nodeValue}”";
				}
			}
		}
		foreach (self::ONCE as $path) {
			$seen = [];
			foreach ($query->query($path, $info) as $node) {
				$key = in_array($path, ['name', 'summary', 'description'], true) ? ($node->getAttribute('lang') ?: 'en') : $node->nodeValue;
				$faults = isset($seen[$key]) ? [...$faults, "<$path> is there twice for $key"] : $faults;
				$seen[$key] = true;
			}
			if (in_array($path, ['name', 'summary', 'description'], true) && !isset($seen['en'])) {
				$faults[] = "<$path> is missing in English";
			}
		}
		foreach (['min-version', 'max-version'] as $bound) {
			if ($query->query("/info/dependencies/nextcloud/@$bound")->length !== 1) {
				$faults[] = "<nextcloud> has no $bound";
			}
		}
		return $faults;
	}

	/** @return list<string> names of classes that Nextcloud makes */
	public static function classes(string $xml): array {
		preg_match_all('/>\s*(OCA(?:\\\\\w+)+)\s*</', $xml, $found);
		return array_values(array_unique($found[1]));
	}

	/**
	 * @param list<string> $known
	 * @return list<string>
	 */
	private static function order(DOMElement $parent, array $known): array {
		$faults = [];
		$last = 0;
		foreach ($parent->childNodes as $child) {
			if (!$child instanceof DOMElement) {
				continue;
			}
			$place = array_search($child->tagName, $known, true);
			if ($place === false) {
				$faults[] = "<$child->tagName> is not known in <$parent->tagName>";
				continue;
			}
			if ($place < $last) {
				$faults[] = "<$child->tagName> comes too late in <$parent->tagName>";
			}
			$last = max($last, $place);
			$faults = [...$faults, ...self::order($child, self::INSIDE[$child->tagName] ?? [])];
		}
		return $faults;
	}
}
