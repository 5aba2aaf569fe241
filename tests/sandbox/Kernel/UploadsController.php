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
use Sandbox\Service\Request;
use Sandbox\Service\ServiceRefusal;
use Sandbox\Service\Things;
use Sandbox\Service\Tree;

/** Large files that come in pieces: a folder that holds them, and one move that makes the file of them. */
class UploadsController extends Controller {
	private const URL = '/remote.php/dav/uploads/{user}/{id}';

	private readonly string $userId;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Request $raw,
		private readonly Tree $tree,
		private readonly Things $things,
		?string $userId,
	) {
		parent::__construct($appName, $request);
		$this->userId = (string)$userId;
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'MKCOL', url: self::URL, root: '')]
	public function begin(string $user, string $id): Response {
		return Dav::answer($user === $this->userId, function () use ($id): Response {
			if ($this->find($id) !== null) {
				throw new ServiceRefusal(405, 'The resource you tried to create already exists');
			}
			$this->things->add('upload', $this->userId, ['name' => $id]);
			return new Response(201);
		});
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'PROPFIND', url: self::URL, root: '')]
	public function look(string $user, string $id): Response {
		return Dav::answer($user === $this->userId, function () use ($id): Response {
			$base = "/uploads/{$this->userId}/$id";
			$pieces = $this->pieces($id);
			return Dav::multi([
				Dav::response("$base/", ['d:resourcetype' => '<d:collection/>']),
				Dav::response("$base/.file", ['d:resourcetype' => '', 'd:getcontentlength' => (string)array_sum(array_column($pieces, 'size'))]),
				...array_map(static fn (array $piece): string => Dav::response("$base/{$piece['name']}", ['d:resourcetype' => '', 'd:getcontentlength' => (string)$piece['size']]), $pieces),
			]);
		});
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'PUT', url: self::URL . '/{piece}', root: '')]
	public function put(string $user, string $id, string $piece): Response {
		return Dav::answer($user === $this->userId, function () use ($id, $piece): Response {
			$bytes = $this->raw->body();
			foreach ($this->pieces($id) as $old) {
				if ($old['name'] === $piece) {
					$this->things->remove('piece', $old['id']);
				}
			}
			$this->things->add('piece', $this->find($id)['id'], ['name' => $piece, 'size' => strlen($bytes), 'bytes' => base64_encode($bytes)]);
			return new Response(201);
		});
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'MOVE', url: self::URL . '/.file', root: '')]
	public function finish(string $user, string $id): Response {
		return Dav::answer($user === $this->userId, function () use ($id): Response {
			$pieces = $this->pieces($id);
			$to = Dav::pathOf($this->request->getHeader('Destination'), $this->userId) ?? throw new ServiceRefusal(400, 'The destination is not below the files');
			if ($this->request->getHeader('Overwrite') === 'F' && $this->tree->find($this->userId, $to) !== null) {
				throw new ServiceRefusal(412, 'The destination node already exists, and the overwrite header is set to false');
			}
			$size = array_sum(array_column($pieces, 'size'));
			$expected = $this->request->getHeader('OC-Total-Length');
			if ($expected !== '' && $expected !== (string)$size) {
				throw new ServiceRefusal(400, "Chunks on server do not sum up to $expected but to $size bytes", kind: 'Sabre\DAV\Exception\BadRequest');
			}
			usort($pieces, static fn (array $a, array $b): int => strnatcmp($a['name'], $b['name']));
			$made = $this->tree->make($this->userId, $to, implode('', array_map(static fn (array $piece): string => (string)base64_decode($piece['bytes'], true), $pieces)));
			$changed = $this->request->getHeader('X-OC-MTime');
			if ($changed !== '') {
				$this->tree->touch($made[0], (int)$changed);
			}
			$this->forget($id);
			return Dav::made($made);
		});
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'DELETE', url: self::URL, root: '')]
	public function discard(string $user, string $id): Response {
		return Dav::answer($user === $this->userId, function () use ($id): Response {
			$this->pieces($id);
			$this->forget($id);
			return new Response(204);
		});
	}

	/** @return ?array{id: int, name: string} */
	private function find(string $id): ?array {
		foreach ($this->things->all('upload', $this->userId) as $upload) {
			if ($upload['name'] === $id) {
				return $upload;
			}
		}
		return null;
	}

	/** @return list<array{id: int, name: string, size: int, bytes: string}> */
	private function pieces(string $id): array {
		$upload = $this->find($id) ?? throw new ServiceRefusal(404, 'Could not be located');
		return $this->things->all('piece', $upload['id']);
	}

	private function forget(string $id): void {
		foreach ($this->pieces($id) as $piece) {
			$this->things->remove('piece', $piece['id']);
		}
		$this->things->remove('upload', $this->find($id)['id']);
	}
}
