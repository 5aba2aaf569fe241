<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use DOMDocument;
use DOMElement;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Response;
use OCP\IRequest;
use Sandbox\Service\Request;
use Sandbox\Service\ServiceRefusal;
use Sandbox\Service\Tree;

/** WebDAV’s SEARCH below one folder: by name, by number, folders only, and these together. */
class FileSearchController extends Controller {
	private const DAV = 'DAV:';
	/** Nextcloud's default limit. */
	private const MOST = 100;

	private readonly string $userId;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Request $raw,
		private readonly Tree $tree,
		private readonly DavFiles $files,
		?string $userId,
	) {
		parent::__construct($appName, $request);
		$this->userId = (string)$userId;
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'SEARCH', url: '/remote.php/dav/', root: '')]
	public function search(): Response {
		return Dav::answer(true, function (): Response {
			$asked = new DOMDocument();
			if (!@$asked->loadXML($this->raw->body())) {
				throw new ServiceRefusal(400, 'This is no XML');
			}
			$href = self::text($asked, 'href');
			// Only of a whole address the signs that stand for others are taken back.
			$scope = Dav::pathOf(str_contains($href, '://') ? $href : '/remote.php/dav' . str_replace('%', '%25', $href), $this->userId);
			if ($scope === null || ($this->tree->find($this->userId, $scope)['folder'] ?? false) === false) {
				throw new ServiceRefusal(400, 'Invalid scope');
			}
			$where = self::inside($asked->getElementsByTagNameNS(self::DAV, 'where')->item(0))[0];
			$most = (int)self::text($asked, 'nresults') ?: self::MOST;
			$names = Dav::asked($this->raw->body());
			$found = [];
			foreach ($this->tree->below($this->userId, $scope) as $path => $entry) {
				if (count($found) < $most && self::meets($where, (string)$path, $entry)) {
					$found[] = $this->files->response($this->userId, (string)$path, $entry, $names);
				}
			}
			return Dav::multi($found);
		});
	}

	private static function meets(DOMElement $rule, string $path, array $entry): bool {
		$inside = self::inside($rule);
		return match ($rule->localName) {
			'and' => !in_array(false, array_map(static fn (DOMElement $one): bool => self::meets($one, $path, $entry), $inside), true),
			'or' => in_array(true, array_map(static fn (DOMElement $one): bool => self::meets($one, $path, $entry), $inside), true),
			'not' => !self::meets($inside[0], $path, $entry),
			'is-collection' => $entry['folder'],
			'like' => self::like(basename($path), $inside[1]->textContent),
			'eq' => (string)$entry['id'] === $inside[1]->textContent,
			default => throw new ServiceRefusal(400, "Unsupported operation {$rule->localName}"),
		};
	}

	/** As in SQL: % matches anything, _ one character. */
	private static function like(string $name, string $pattern): bool {
		$pattern = preg_replace_callback('/\\\\.|[%_]|[^\\\\%_]+/su', static fn (array $part): string => match ($part[0]) {
			'%' => '.*',
			'_' => '.',
			default => preg_quote(ltrim($part[0], '\\'), '~'),
		}, $pattern);
		return preg_match("~^$pattern\$~sDiu", $name) === 1;
	}

	/** @return list<DOMElement> */
	private static function inside(?DOMElement $around): array {
		return $around === null ? throw new ServiceRefusal(400, 'Something is missing') : array_values(array_filter([...$around->childNodes], static fn ($node): bool => $node instanceof DOMElement));
	}

	private static function text(DOMDocument $asked, string $name): string {
		return (string)$asked->getElementsByTagNameNS(self::DAV, $name)->item(0)?->textContent;
	}
}
