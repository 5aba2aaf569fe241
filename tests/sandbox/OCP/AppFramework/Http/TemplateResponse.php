<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework\Http;

use OCP\AppFramework\Http;
use Sandbox\Kernel\Kernel;
use Sandbox\Kernel\Page;

class TemplateResponse extends Response {
	public const RENDER_AS_GUEST = 'guest';
	public const RENDER_AS_BLANK = '';
	public const RENDER_AS_USER = 'user';

	/** @var string */
	protected $templateName;

	/** @var array */
	protected $params;

	/** @var string */
	protected $renderAs;

	/** @var string */
	protected $appName;

	public function __construct(
		string $appName,
		string $templateName,
		array $params = [],
		string $renderAs = self::RENDER_AS_USER,
		int $status = Http::STATUS_OK,
		array $headers = [],
	) {
		parent::__construct($status, $headers);
		$this->appName = $appName;
		$this->templateName = $templateName;
		$this->params = $params;
		$this->renderAs = $renderAs;
		$this->setContentSecurityPolicy(new ContentSecurityPolicy());
	}

	public function render() {
		$page = Kernel::current()->container()->get(Page::class);
		return $page->render($this->appName, $this->templateName, $this->params, $this->renderAs);
	}
}
