<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Response;
use OCP\IRequest;
use Sandbox\Service\ServiceRefusal;
use Sandbox\Service\Tree;

/** What an account has thrown away, and how it comes back. */
class TrashController extends Controller {
	private const URL = '/remote.php/dav/trashbin/{user}/trash';

	private readonly string $userId;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Tree $tree,
		?string $userId,
	) {
		parent::__construct($appName, $request);
		$this->userId = (string)$userId;
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'PROPFIND', url: self::URL, root: '')]
	public function look(string $user): Response {
		return Dav::answer($user === $this->userId, function (): Response {
			$base = "/trashbin/{$this->userId}/trash/";
			$items = $this->request->getHeader('Depth') === '0' ? [] : $this->tree->bin($this->userId);
			return Dav::multi([
				Dav::response($base, ['d:resourcetype' => '<d:collection/>']),
				...array_map(fn (array $item): string => Dav::response($base . self::name($item) . ($item['folder'] ? '/' : ''), [
					'd:resourcetype' => $item['folder'] ? '<d:collection/>' : '',
					'nc:trashbin-filename' => htmlspecialchars($item['name']),
					'nc:trashbin-original-location' => htmlspecialchars($this->from($item)),
					'nc:trashbin-deletion-time' => (string)$item['at'],
					'oc:fileid' => (string)$item['id'],
				]), $items),
			]);
		});
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'MOVE', url: self::URL . '/{name}', root: '')]
	public function restore(string $user, string $name): Response {
		return Dav::answer($user === $this->userId, function () use ($name): Response {
			if (preg_match('~/remote\.php/dav/trashbin/[^/]+/restore/~', $this->request->getHeader('Destination')) !== 1) {
				throw new ServiceRefusal(403, 'Nothing is moved within the trash');
			}
			foreach ($this->tree->bin($this->userId) as $item) {
				if (self::name($item) === $name) {
					$this->tree->restore($this->userId, $item['id']);
					return new Response(201);
				}
			}
			throw new ServiceRefusal(404, 'Could not be located');
		});
	}

	/** @param array{storage: string, path: string} $item */
	private function from(array $item): string {
		foreach ($this->tree->mounts($this->userId) as $mount) {
			if ($mount['storage'] === $item['storage'] && str_starts_with($item['path'] . '/', $mount['root'] . '/')) {
				return ltrim($mount['point'] . substr($item['path'], strlen($mount['root'])), '/');
			}
		}
		return ltrim($item['path'], '/');
	}

	/** @param array{name: string, at: int} $item */
	private static function name(array $item): string {
		return "{$item['name']}.d{$item['at']}";
	}
}
